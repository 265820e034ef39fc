/** Ceilings that keep one uploaded file from exhausting the server. All sizes are in bytes. */
export interface FileLimits {
  /** Larger files are refused before anything is read. */
  readonly maxFileBytes: number;
  /** What all entries of a zipped workbook may hold together once inflated. */
  readonly maxInflatedBytes: number;
  /** Inflated ÷ stored size of one entry; honest sheets stay below 100, a bomb reaches 1,000. */
  readonly maxInflateRatio: number;
  /** Entries below this inflated size are never suspected, however well they compress. */
  readonly ratioFloorBytes: number;
  /** Shared strings of a workbook are held in memory; this is their ceiling, inflated. */
  readonly maxSharedStringBytes: number;
  /** .xls is read into memory as a whole, so it gets a ceiling of its own. */
  readonly maxInMemoryBytes: number;
  readonly maxColumns: number;
  /** Characters in one cell; Excel itself stops at 32,767. */
  readonly maxCellLength: number;
}

const MIB = 1024 * 1024;

export const DEFAULT_FILE_LIMITS: FileLimits = {
  maxFileBytes: 200 * MIB,
  maxInflatedBytes: 2048 * MIB,
  maxInflateRatio: 250,
  ratioFloorBytes: 16 * MIB,
  maxSharedStringBytes: 256 * MIB,
  maxInMemoryBytes: 64 * MIB,
  maxColumns: 1000,
  maxCellLength: 32_767,
};
