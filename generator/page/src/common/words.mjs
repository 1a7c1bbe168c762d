// What the commands say to somebody who types them, in words of the page.
const WORDS = [
  [/elevshare make --from .*? --with (\S+) -o 新簿子\.xlsx/g, "在“换成新的一本”里勾上“$1”，下载的新簿子再拿来用"],
  [/elevshare make --from .*? --households (\d+) -o 新簿子\.xlsx/g, "在“换成新的一本”里留 $1 户的行"],
  [/请把它移到别的文件夹/g, "它不用放进来"],
  [/用 elevshare seal 再封一次/g, "在下面再封一次"],
  [/用 elevshare check 核对/g, "看核对的结果"],
  [/elevshare make/g, "本网页"],
  [/，加 --force/g, "，请勾上“不可信也用”"],
  [/请用 --sheet 选[：一]/g, (said) => `请在“工作表”里写${said.at(-1) === "一" ? "一" : "："}`],
  [/用 --sheet 指定/g, "在“工作表”里写"],
  [/用 --columns (.+?=)(.+?) 指定/g, "在“栏名”里写 $1$2"],
  [/--sheet/g, "“工作表”"],
  [/--columns/g, "“栏名”"],
  [/--rows/g, "“行”"],
  [/--households/g, "“留几户的行”"],
  [/--with/g, "“要加的页”"],
];

export const inPage = (said) => WORDS.reduce((text, [what, other]) => text.replace(what, other), said);
