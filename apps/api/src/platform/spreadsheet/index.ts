export * from './cell-values.js';
export { DEFAULT_FILE_LIMITS, type FileLimits } from './file-limits.js';
export { openTable } from './open-table.js';
export * from './spreadsheet.errors.js';
export { isStorable } from './storable-text.js';
export type {
  EncodingGuess,
  Header,
  SheetInfo,
  TableChoices,
  TableFile,
  TableFormat,
  TableNote,
  TableRow,
} from './table-file.js';
export { ENCODINGS } from './text/encodings.js';
export { writeTable } from './writing/write-table.js';
export type { TableToWrite, WrittenHeader, WrittenRow, WrittenTable } from './writing/table-to-write.js';
