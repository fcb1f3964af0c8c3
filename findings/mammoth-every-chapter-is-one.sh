#!/usr/bin/env bash
# mammoth 1.13.0 (npm) makes 一、 of every chapter: Word's running numbers begin again after each paragraph between them.
#
# Expected: the three chapters that Word shows as 一、 二、 三、 come out as a list that goes on (start="2"), or with the
# numbers as text; pandoc 3.6.1 writes start="2" and start="3" for such a file.
# Seen: three lists <ol> without start, so each chapter is 1.; no warning among its messages.
# Matters: official papers number chapters by Word itself and refer to them (第三部分). What a page or a model reads of
# the converted paper refers to chapters that are not there.
# The product: takes no Word files; plans and papers hold their numbers as text.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm i --silent --ignore-scripts docx@9.15.2 mammoth@1.13.0
cat > t.mjs <<'T'
import assert from 'node:assert/strict';
import { Document, LevelFormat, Packer, Paragraph } from 'docx';
import mammoth from 'mammoth';
const chapter = text => new Paragraph({ text, numbering: { reference: 'chapters', level: 0 } });
const levels = [{ level: 0, format: LevelFormat.CHINESE_COUNTING_THOUSAND, text: '%1、' }];
const children = ['总体要求', '重点任务', '保障措施'].flatMap(title => [chapter(title), new Paragraph('正文。')]);
const paper = new Document({ numbering: { config: [{ reference: 'chapters', levels }] }, sections: [{ children }] });
const { value, messages } = await mammoth.convertToHtml({ buffer: await Packer.toBuffer(paper) });
console.log(value, JSON.stringify(messages));
const one = title => `<ol><li>${title}</li></ol><p>正文。</p>`;
assert.equal(value, ['总体要求', '重点任务', '保障措施'].map(one).join(''), 'the behaviour changed');
assert.deepEqual(messages, [], 'it warns now');
T
node t.mjs
