// What the ribbon calls, by the names in ribbon.xml; it must stand outside of any function.

/** WPS has loaded the ribbon. */
function OnAddinLoad(ribbonUI) {
  return true;
}

/** The picture of a button. */
function GetImage(control) {
  return "images/lift.svg";
}

/** How the functions are called, or that this WPS is too old for them. */
function OnHelp(control) {
  var works = wps.AddCustomFunction;
  alert(
    works
      ? '在单元格里输入，如：\n=ELEV.ELEVSHARE("南京",600000,A2:A15,B2:B15)\n' +
          '=ELEV.ELEVCHECK("ELEVSHARE","南京",600000,A2:A15,B2:B15)　说明出错的原因\n' +
          "全部函数见“插入函数”的“用户定义”一类。"
      : "这个版本的 WPS 没有加载项函数，请升级到 12.1.0.20540 或更新的版本。",
  );
  return true;
}
