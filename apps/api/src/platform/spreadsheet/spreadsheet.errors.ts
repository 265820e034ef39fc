import { DomainError } from '../errors/domain-error.js';

const problem = (code: string, title: string) => ({ status: 422, code: `spreadsheet.${code}`, title });

/** The file has no content at all, or only blanks. */
export class EmptyFileError extends DomainError {
  static override readonly problem = problem('empty', 'The file is empty');

  constructor(fileName: string) {
    super(`“${fileName}” contains nothing to read.`, { fileName });
  }
}

/** There is content, but not even one row of two cells or two rows of one cell. */
export class NoTableError extends DomainError {
  static override readonly problem = problem('no-table', 'The file holds no table');

  constructor(fileName: string) {
    super(`“${fileName}” holds no table: at least a header row with the column names is needed.`, {
      fileName,
    });
  }
}

/** PDF, picture, Word document, program … `kind` says what it is, as far as it can be told. */
export class NotATableFileError extends DomainError {
  static override readonly problem = problem('not-a-table-file', 'This kind of file holds no table');

  constructor(fileName: string, kind: string) {
    super(`“${fileName}” is not a table but ${kind}. Save the table as .xlsx or .csv and try again.`, {
      fileName,
      kind,
    });
  }
}

/** A web page saved under the name of a workbook, as many web systems "export to Excel". */
export class HtmlTableError extends DomainError {
  static override readonly problem = problem('html', 'The file is a web page, not a workbook');

  constructor(fileName: string) {
    super(
      `“${fileName}” is a web page although it may be named like a workbook. Open it in Excel, save it as .xlsx and try again.`,
      { fileName },
    );
  }
}

export class EncryptedWorkbookError extends DomainError {
  static override readonly problem = problem('encrypted', 'The workbook is protected by a password');

  constructor(fileName: string) {
    super(`“${fileName}” is protected by a password. Remove the password in Excel and try again.`, {
      fileName,
    });
  }
}

/** Cut off on the way, or otherwise not readable to its end. */
export class DamagedFileError extends DomainError {
  static override readonly problem = problem('damaged', 'The file is damaged or incomplete');

  constructor(fileName: string, options: { cause?: unknown } = {}) {
    super(`“${fileName}” is damaged or incomplete. Fetch or save it once more and try again.`, { fileName });
    this.cause = options.cause;
  }
}

/** A small archive that would inflate beyond all measure. */
export class InflationLimitError extends DomainError {
  static override readonly problem = problem('inflates-too-far', 'The workbook inflates beyond the limit');

  constructor(fileName: string, inflatedBytes: number, limitBytes: number) {
    super(`“${fileName}” would grow to ${inflatedBytes} bytes when unpacked; ${limitBytes} are allowed.`, {
      fileName,
      inflatedBytes,
      limitBytes,
    });
  }
}

export class FileTooLargeError extends DomainError {
  static override readonly problem = { ...problem('too-large', 'The file is too large'), status: 413 };

  constructor(fileName: string, sizeBytes: number, limitBytes: number) {
    super(`“${fileName}” has ${sizeBytes} bytes; ${limitBytes} are allowed.`, {
      fileName,
      sizeBytes,
      limitBytes,
    });
  }
}

export class TooManyColumnsError extends DomainError {
  static override readonly problem = problem('too-many-columns', 'The table has too many columns');

  constructor(fileName: string, columns: number, limit: number) {
    super(`“${fileName}” has ${columns} columns; ${limit} are allowed.`, { fileName, columns, limit });
  }
}

export class SheetNotFoundError extends DomainError {
  static override readonly problem = problem('sheet-not-found', 'The workbook has no such sheet');

  constructor(fileName: string, sheet: string) {
    super(`“${fileName}” has no sheet named “${sheet}”.`, { fileName, sheet });
  }
}

export class UnknownEncodingError extends DomainError {
  static override readonly problem = problem('unknown-encoding', 'The text encoding is not known');

  constructor(encoding: string) {
    super(`“${encoding}” is not a text encoding this system can read.`, { encoding });
  }
}

export class HeaderRowNotFoundError extends DomainError {
  static override readonly problem = problem('header-row-not-found', 'The header row lies outside the table');

  constructor(fileName: string, headerRow: number) {
    super(`“${fileName}” has no content in row ${headerRow}.`, { fileName, headerRow });
  }
}

/** No line end for so long that the text cannot be a table. */
export class RecordTooLongError extends DomainError {
  static override readonly problem = problem('record-too-long', 'A row of the table is too long');

  constructor(line: number, limit: number) {
    super(`The row that starts in line ${line} is longer than ${limit} characters.`, { line, limit });
  }
}
