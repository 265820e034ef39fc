import type { SheetInfo } from '../table-file.js';
import { OdsReader } from './ods-reader.js';
import { xmlSteps } from './xml-stream.js';

/** Names, visibility and used rows of all sheets; one pass over the content, nothing held. */
export async function listOdsSheets(chunks: AsyncIterable<Buffer>): Promise<SheetInfo[]> {
  const sheets: { name: string; hidden: boolean; rows: number }[] = [];
  const hiddenStyles = new Set<string>();
  let style = '';
  let reader = new OdsReader(0);
  const count = () => {
    const current = sheets.at(-1);
    for (const { first, repeat } of reader.take()) if (current) current.rows = first + repeat - 1;
  };
  const steps = xmlSteps(chunks, {
    open(name, attributes) {
      if (name === 'style') style = attributes['style:name'] ?? '';
      else if (name === 'table-properties' && attributes['table:display'] === 'false')
        hiddenStyles.add(style);
      else if (name === 'table' && attributes['table:name'] !== undefined) {
        count();
        const hidden = hiddenStyles.has(attributes['table:style-name'] ?? '');
        sheets.push({ name: attributes['table:name'], hidden, rows: 0 });
        reader = new OdsReader(0);
      }
      reader.open(name, attributes);
    },
    text: (text) => reader.text(text),
    close: (name) => reader.close(name),
  });
  for await (const _ of steps) count();
  return sheets;
}
