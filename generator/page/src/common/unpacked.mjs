// A part of the page: base64 (of gzip) → bytes.

export function bytesOf(text) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text);
  const raw = atob(text), bytes = new Uint8Array(raw.length);
  for (let at = 0; at < raw.length; at++) bytes[at] = raw.charCodeAt(at);
  return bytes;
}

export async function unpacked(text) {
  // Not from a Blob: WebKit cannot read one in a worker of a page from file://.
  const gzip = new DecompressionStream("gzip"), writer = gzip.writable.getWriter();
  writer.write(bytesOf(text));
  writer.close();
  return new Uint8Array(await new Response(gzip.readable).arrayBuffer());
}
