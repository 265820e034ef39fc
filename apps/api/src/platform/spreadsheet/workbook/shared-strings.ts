import { TextCollector } from './text-collector.js';
import { readXml } from './xml-stream.js';

/** All shared strings in order, rich text flattened. */
export async function readSharedStrings(chunks: AsyncIterable<Buffer>): Promise<string[]> {
  const strings: string[] = [];
  const collector = new TextCollector();
  await readXml(chunks, {
    open(name) {
      if (name === 'si') collector.reset();
      collector.open(name);
    },
    text: (text) => collector.add(text),
    close(name) {
      collector.close(name);
      if (name === 'si') strings.push(collector.text());
    },
  });
  return strings;
}
