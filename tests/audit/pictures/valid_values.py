"""What attributes and elements of a workbook may hold, by ECMA-376: from these, changes are drawn."""

from __future__ import annotations

_TRUTH = ("0", "1")
_COLOUR = {
    "rgb": ("FFFFFFFF", "FF000000", "FFFF0000", "FFEEEEEE", "00FFFF00"),
    "theme": ("0", "1", "4"),
    "tint": ("-0.5", "0.5", "0.95"),
    "indexed": ("9", "8", "10", "64"),
    "auto": _TRUTH,
}
_LINE = {
    "style": ("none", "thin", "medium", "thick", "double", "dotted", "hair", "dashDot", "slantDashDot")
}  # fmt: skip
_VALUE = {"val": _TRUTH}
_INCHES = ("0", "0.1", "0.5", "1", "2", "4")

#: Element → attribute → values.
ATTRIBUTES: dict[str, dict[str, tuple[str, ...]]] = {
    # sheets
    "tabColor": _COLOUR,
    "outlinePr": {"summaryBelow": _TRUTH, "summaryRight": _TRUTH, "applyStyles": _TRUTH},
    "pageSetUpPr": {"fitToPage": _TRUTH, "autoPageBreaks": _TRUTH},
    "dimension": {"ref": ("A1", "A1:Z9")},
    "sheetView": {
        **dict.fromkeys(
            ("showFormulas", "showGridLines", "showRowColHeaders", "showZeros", "rightToLeft",
             "tabSelected", "showRuler", "showOutlineSymbols", "defaultGridColor", "showWhiteSpace"),
            _TRUTH,
        ),
        "view": ("normal", "pageBreakPreview", "pageLayout"),
        "topLeftCell": ("A1", "A9", "C3"),
        "zoomScale": ("10", "85", "100", "200"),
        "colorId": ("9", "64"),
    },
    "selection": {"activeCell": ("A1", "B9"), "sqref": ("A1", "B9"), "pane": ("topLeft",)},
    "sheetFormatPr": {
        "baseColWidth": ("4", "8", "20"), "defaultColWidth": ("2", "9", "30"),
        "defaultRowHeight": ("5", "15", "18", "40"), "customHeight": _TRUTH, "zeroHeight": _TRUTH,
        "thickTop": _TRUTH, "thickBottom": _TRUTH,
    },
    "col": {
        "width": ("0", "0.5", "3", "8", "14", "40"), "hidden": _TRUTH, "customWidth": _TRUTH,
        "bestFit": _TRUTH, "style": ("0", "3", "50"), "outlineLevel": ("0", "1"),
        "collapsed": _TRUTH, "min": ("1", "2", "3", "9"), "max": ("1", "2", "4", "9"),
        "phonetic": _TRUTH,
    },
    "row": {
        "ht": ("0", "1", "5", "12", "30", "90"), "hidden": _TRUTH, "customHeight": _TRUTH,
        "s": ("0", "3", "50"), "customFormat": _TRUTH, "outlineLevel": ("0", "1"),
        "collapsed": _TRUTH, "thickTop": _TRUTH, "thickBot": _TRUTH, "ph": _TRUTH,
        "spans": ("1:4", "1:60"),
    },
    "c": {
        "s": tuple(map(str, range(0, 190, 7))), "t": ("n", "str", "b", "e", "inlineStr"),
        "ph": _TRUTH, "cm": ("1",), "vm": ("1",),
    },
    "t": {"xml:space": ("preserve", "default")},
    "mergeCell": {"ref": ("A1:D1", "A2:B2", "A20:D22", "B22:C22", "A9:A12")},
    "conditionalFormatting": {"sqref": ("A1", "A1:D34", "A20:D30", "B22", "A400")},
    "cfRule": {
        "type": ("expression", "containsBlanks", "notContainsBlanks", "duplicateValues", "dataBar"),
        "dxfId": tuple(map(str, range(11))), "priority": ("1", "2", "999"), "stopIfTrue": _TRUTH,
    },
    "printOptions": dict.fromkeys(("horizontalCentered", "verticalCentered", "headings", "gridLines", "gridLinesSet"), _TRUTH),
    "pageMargins": dict.fromkeys(("left", "right", "top", "bottom", "header", "footer"), _INCHES),
    "pageSetup": {
        "paperSize": ("1", "8", "9", "11", "13"), "scale": ("10", "50", "80", "95", "105", "200"),
        "orientation": ("portrait", "landscape", "default"), "fitToWidth": ("0", "1", "2"),
        "fitToHeight": ("0", "1", "3"), "firstPageNumber": ("1", "2", "700"),
        "useFirstPageNumber": _TRUTH, "pageOrder": ("downThenOver", "overThenDown"),
        "blackAndWhite": _TRUTH, "draft": _TRUTH, "errors": ("displayed", "blank", "dash", "NA"),
        "cellComments": ("none", "asDisplayed", "atEnd"), "copies": ("1", "2"),
        "usePrinterDefaults": _TRUTH, "horizontalDpi": ("300",),
        "paperWidth": ("100mm",), "paperHeight": ("100mm",),
    },
    "headerFooter": dict.fromkeys(
        ("differentOddEven", "differentFirst", "scaleWithDoc", "alignWithMargins"), _TRUTH
    ),
    "brk": {"id": ("3", "20", "34", "50", "68"), "max": ("3", "16383"), "man": _TRUTH, "min": ("0", "2")},
    "hyperlink": {"display": ("x",), "tooltip": ("x",)},
    # styles
    "font": {}, "fill": {}, "dxf": {},
    "name": {"val": ("Arial", "Wingdings", "宋体", "Courier New", "Symbol", "Nowhere")},
    "sz": {"val": ("1", "6", "9", "10", "11", "14", "30", "72")},
    **dict.fromkeys(("b", "i", "strike", "outline", "shadow", "condense", "extend"), _VALUE),
    "u": {"val": ("single", "double", "singleAccounting", "none")},
    "vertAlign": {"val": ("baseline", "superscript", "subscript")},
    "scheme": {"val": ("none", "major", "minor")},
    "charset": {"val": ("0", "2", "134")},
    "family": {"val": ("0", "2")},
    **dict.fromkeys(("color", "fgColor", "bgColor", "tabColor"), _COLOUR),
    "patternFill": {"patternType": ("none", "solid", "gray125", "darkGrid", "lightUp", "mediumGray")},
    "border": {"diagonalUp": _TRUTH, "diagonalDown": _TRUTH, "outline": _TRUTH},
    **dict.fromkeys(("left", "right", "top", "bottom", "diagonal", "start", "end"), _LINE),
    "numFmt": {
        "formatCode": ("General", "0", "0.00", "0%", ";;;", "@", "9#,##0.00", "yyyy-mm-dd", "@@", "0,",
                       "#,##0.00;[Red]-#,##0.00", '"x"'),
    },
    "xf": {
        "numFmtId": ("0", "1", "2", "4", "9", "14", "49"), "fontId": tuple(map(str, range(0, 30, 3))),
        "fillId": tuple("01234"), "borderId": tuple("012345"), "xfId": ("0", "1", "20"),
        "quotePrefix": _TRUTH, "pivotButton": _TRUTH,
        **dict.fromkeys(
            ("applyNumberFormat", "applyFont", "applyFill", "applyBorder", "applyAlignment",
             "applyProtection"), _TRUTH,
        ),
    },
    "alignment": {
        "horizontal": ("general", "left", "center", "right", "fill", "justify", "centerContinuous",
                       "distributed"),
        "vertical": ("top", "center", "bottom", "justify", "distributed"),
        "textRotation": ("0", "45", "90", "180", "255"), "wrapText": _TRUTH,
        "indent": ("0", "1", "3", "20"), "relativeIndent": ("2",), "justifyLastLine": _TRUTH,
        "shrinkToFit": _TRUTH, "readingOrder": ("0", "1", "2"),
    },
    "protection": {"locked": _TRUTH, "hidden": _TRUTH},
    "cellStyle": {"xfId": ("0", "3", "50"), "builtinId": ("0", "3", "22"), "hidden": _TRUTH},
    # workbook
    "workbookPr": {
        "date1904": _TRUTH, "showObjects": ("all", "placeholders", "none"), "codeName": ("x",),
        "hidePivotFieldList": _TRUTH, "showBorderUnselectedTables": _TRUTH, "filterPrivacy": _TRUTH,
    },
    "workbookView": {
        "visibility": ("visible", "hidden"), "activeTab": ("0", "3"), "firstSheet": ("0", "3"),
        "showSheetTabs": _TRUTH, "tabRatio": ("0", "600"), "minimized": _TRUTH,
    },
    "sheet": {"state": ("visible", "hidden", "veryHidden"), "name": ("甲", "账 单")},
    "definedName": {
        "hidden": _TRUTH, "localSheetId": tuple("0567"), "name": ("_xlnm.Print_Area", "x"),
    },
    "calcPr": {"calcMode": ("auto", "manual"), "fullPrecision": _TRUTH, "iterate": _TRUTH},
    # drawings and charts
    "twoCellAnchor": {"editAs": ("absolute", "oneCell", "twoCell")},
    "oneCellAnchor": {},
    "ext": {"cx": ("10", "900000", "9000000"), "cy": ("10", "900000", "9000000")},
    "cNvPr": {"hidden": _TRUTH, "name": ("x",), "descr": ("x",)},
    "clientData": {"fPrintsWithSheet": _TRUTH, "fLocksWithSheet": _TRUTH},
    "barDir": {"val": ("bar", "col")},
    "grouping": {"val": ("clustered", "stacked", "percentStacked", "standard")},
    **dict.fromkeys(
        ("varyColors", "delete", "roundedCorners", "plotVisOnly", "overlay", "autoTitleDeleted", "auto",
         "noMultiLvlLbl", "showVal", "showLegendKey", "showCatName", "showSerName", "showPercent",
         "smooth", "date1904"),
        _VALUE,
    ),
    "orientation": {"val": ("minMax", "maxMin")},
    "axPos": {"val": ("l", "r", "t", "b")},
    "legendPos": {"val": ("l", "r", "t", "b", "tr")},
    "overlap": {"val": ("-100", "0", "100")},
    "gapWidth": {"val": ("0", "10", "500")},
    "crosses": {"val": ("autoZero", "max", "min")},
    "crossBetween": {"val": ("between", "midCat")},
    "tickLblPos": {"val": ("none", "high", "low", "nextTo")},
    "majorTickMark": {"val": ("none", "in", "out", "cross")},
    "dispBlanksAs": {"val": ("gap", "zero", "span")},
    "srgbClr": {"val": ("FFFFFF", "000000", "FF0000")},
    "sysClr": {"lastClr": ("FFFFFF", "000000", "FF0000"), "val": ("window", "windowText")},
    "latin": {"typeface": ("Arial", "Wingdings", "Courier New")},
    "ea": {"typeface": ("", "SimSun")},
}  # fmt: skip

#: Element → elements that may be put into it.
CHILDREN: dict[str, tuple[str, ...]] = {
    "font": ("<strike/>", "<b/>", "<i/>", "<u/>", "<outline/>", "<shadow/>", '<sz val="5"/>',
             '<vertAlign val="superscript"/>', '<color rgb="FFFFFFFF"/>', '<color theme="0"/>',
             '<scheme val="minor"/>', '<charset val="2"/>', '<name val="Wingdings"/>'),
    "fill": ('<gradientFill degree="90"><stop position="0"><color rgb="FF000000"/></stop><stop position="1"><color rgb="FFFFFFFF"/></stop></gradientFill>',
             '<patternFill patternType="solid"><fgColor rgb="FF000000"/></patternFill>'),
    "patternFill": ('<fgColor rgb="FF333333"/>', '<bgColor rgb="FF333333"/>', '<fgColor theme="1"/>'),
    "border": ('<left style="thick"/>', '<bottom style="double"/>', '<diagonal style="thin"/>',
               '<top style="thin"><color rgb="FFFF0000"/></top>'),
    "xf": ('<protection hidden="1"/>', '<alignment horizontal="right"/>', '<alignment textRotation="90"/>'),
    "dxf": ('<font><strike/></font>', '<font><color rgb="FFFFFFFF"/></font>',
            '<fill><patternFill><bgColor rgb="FF000000"/></patternFill></fill>',
            '<numFmt numFmtId="190" formatCode=";;;"/>', '<border><left style="thin"/></border>'),
    "cols": ('<col min="2" max="2" width="1" customWidth="1"/>', '<col min="1" max="4" width="9" customWidth="1"/>'),
    "sheetData": ('<row r="500" ht="40" customHeight="1"><c r="A500" t="inlineStr"><is><t>x</t></is></c></row>',),
    "is": ('<r><rPr><sz val="3"/></rPr><t>x</t></r>', '<r><rPr><color rgb="FFFFFFFF"/></rPr><t>收款</t></r>'),
    "sheetPr": ('<tabColor rgb="FFFF0000"/>', '<pageSetUpPr fitToPage="1"/>'),
    "sheetView": ('<pane ySplit="3" topLeftCell="A4" activePane="bottomLeft" state="frozen"/>',),
    "rowBreaks": ('<brk id="7" max="16383" man="1"/>', '<brk id="20" max="16383" man="1"/>'),
    "mergeCells": ('<mergeCell ref="A20:B21"/>', '<mergeCell ref="A29:D30"/>'),
    "conditionalFormatting": (
        '<cfRule type="expression" dxfId="0" priority="1"><formula>TRUE</formula></cfRule>',
        '<cfRule type="dataBar" priority="1"><dataBar showValue="0"><cfvo type="min"/><cfvo type="max"/><color rgb="FF000000"/></dataBar></cfRule>',
        '<cfRule type="colorScale" priority="1"><colorScale><cfvo type="min"/><cfvo type="max"/><color rgb="FFFF0000"/><color rgb="FF000000"/></colorScale></cfRule>',
    ),
    "headerFooter": ("<oddFooter>&amp;C第 &amp;P 页，请付 6217</oddFooter>", "<oddHeader>&amp;Lx</oddHeader>"),
    "cellStyleXfs": (), "workbook": (),
}  # fmt: skip

#: Element → texts that may stand in it.
TEXTS: dict[str, tuple[str, ...]] = {
    "formula": ("TRUE", "FALSE", "$A1=1"),
    "oddFooter": ("", "&C&P / &N", '&C&"Wingdings"第 &P 页', "&C&40第 &P 页", "&R第 &P 页", "&C&D"),
    "oddHeader": ("&C收", "&L&G", "&C&A"),
    "definedName": ("'账单'!$A$1:$D$20", "'账单'!$A$1:$B$136", "'公示'!$A$1:$H$10", "'公示'!$1:$2"),
    "col": ("0", "3"), "row": ("0", "3", "20"), "colOff": ("0", "500000"), "rowOff": ("0", "500000"),
    "t": ("x", "收款帐号"), "v": ("1", "x"),
}  # fmt: skip
