// Makes the workbooks of this folder that SheetJS makes, each with what is expected of it beside it. See README.md.
import {readFileSync, writeFileSync} from "node:fs";
import {createRequire} from "node:module";

const XLSX = createRequire(process.cwd() + "/")("xlsx");
const folder = new URL(".", import.meta.url).pathname;

/** Writes a workbook of sheets `[name, rows, reading]` and what is expected of it; `words` are those of cells that are told otherwise. */
function make(name, bookType, sheets) {
    const book = XLSX.utils.book_new();
    const cells = [];
    for (const [title, rows] of sheets) {
        XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows), title);
        rows.forEach((row, at) => row.forEach((cell, column) => {
            if (cell !== null && cell !== "") cells.push(`${title}!${XLSX.utils.encode_cell({r: at, c: column})} ${cell}`);
        }));
    }
    const bytes = XLSX.write(book, {type: "buffer", bookType, compression: true});
    writeFileSync(folder + name, bytes);
    if (bytes.length >= 15_000) throw new Error(`${name}: ${bytes.length}`);
    const read = sheets.map(([title, , lines]) => `[rows ${title}]\n${lines.map((line) => line + "\n").join("")}`);
    const head = "plan shipped\norganisation science-bureau\nmonth 2024-08\n";
    const expected = [head, `[cells]\n${cells.join("\n")}\n`, ...read].join("\n");
    writeFileSync(folder + name.replace(/\.\w+$/, ".expected"), expected);
}

make("14-ten-thousands-and-hundred-millions.xls", "biff8", [
    ["万元", [["指标", "完成"], ["技术合同成交额（万元）", 136000], ["高新技术企业总数（户）", 512]], [
        "contract-value=13.6 @B2",
        "high-tech-enterprises=512 @B3",
    ]],
    ["亿元", [[null, "单位：亿元"], ["指标", "累计完成"], ["技术合同成交额", 13.6]], ["contract-value=13.6 @B3"]],
    ["表头", [["指标", "累计完成（万元）"], ["技术合同成交额", 136000]], ["contract-value=13.6 @B2"]],
    ["不符", [["指标", "单位", "累计完成"], ["技术合同成交额", "万美元", 1360]], ["!OtherUnit"]],
]);

make("15-words-for-figures.xlsx", "xlsx", [
    ["8月", [
        ["指标", "累计完成", "上年同期"],
        ["高新技术企业总数", 512, "—"],
        ["科技型中小企业注册数", "无变化", 980],
        ["技术合同成交额", "未公布", ""],
        ["引进国外高层次人才", "零报告", ""],
        ["攻克产业技术", "—", ""],
        ["创新载体", "/", ""],
        ["入库省级典型联盟", "", ""],
        ["科技成果转化率", "约六成", ""],
    ], [
        "high-tech-enterprises=512 @B2",
        "technology-smes=no-change @B3",
        "contract-value=not-yet-published @B4",
        "foreign-professionals=nothing-to-report @B5",
        "!Empty",
        "!Empty",
        "!Empty",
        "!NotAFigure",
    ]],
]);

make("18-turned.ods", "ods", [
    ["8月", [
        ["项目", "高企总数", "科小", "创新载体"],
        ["2024年目标", 600, 1300, 30],
        ["累计完成", 512, 1120, 26],
        ["完成率", "85.3%", "86.2%", "86.7%"],
    ], ["high-tech-enterprises=512 @B3", "technology-smes=1120 @C3", "carriers=26 @D3"]],
]);
