// The words of a .docx as mammoth reads them, a paragraph a line: `node words.mjs FILE`.
import mammoth from 'mammoth';

const { value, messages } = await mammoth.extractRawText({ path: process.argv[2] });
for (const { type, message } of messages) console.error(type, message);
process.stdout.write(value);
