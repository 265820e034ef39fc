/** Far beyond any cell Excel allows; a made-up longer text must not fill the memory before it is reported. */
export const MAX_TEXT_LENGTH = 1_000_000;

const ESCAPED = /_x([0-9a-fA-F]{4})_/g;

/** Joins the runs of a rich text; leaves out phonetic guides (furigana), which are not part of the text. */
export class TextCollector {
  private parts = '';
  private inText = false;
  private inPhonetic = false;

  reset(): void {
    this.parts = '';
    this.inText = false;
    this.inPhonetic = false;
  }

  open(name: string): void {
    if (name === 't') this.inText = !this.inPhonetic;
    else if (name === 'rPh') this.inPhonetic = true;
  }

  add(text: string): void {
    if (this.inText && this.parts.length < MAX_TEXT_LENGTH) this.parts += text;
  }

  close(name: string): void {
    if (name === 't') this.inText = false;
    else if (name === 'rPh') this.inPhonetic = false;
  }

  /** Characters that XML cannot hold are written `_x000D_` by Excel (ECMA-376-1, 22.9.2.19). */
  text(): string {
    return this.parts.includes('_x')
      ? this.parts.replace(ESCAPED, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
      : this.parts;
  }
}
