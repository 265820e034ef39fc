import { DomainError } from '../errors/domain-error.js';

export class ImportStateError extends DomainError {
  static override readonly problem = {
    status: 409,
    code: 'import.not-now',
    title: 'Not possible in this state',
  };
  constructor(state: string, action: string) {
    super(`An import that is "${state}" cannot be ${action} now.`, { state, action });
  }
}

export class ImportMappingError extends DomainError {
  static override readonly problem = { status: 422, code: 'import.mapping', title: 'The columns do not fit' };
}

export class ImportFileGoneError extends DomainError {
  static override readonly problem = { status: 409, code: 'import.file-gone', title: 'File is gone' };
  constructor() {
    super('The uploaded file is no longer there. Upload it again.');
  }
}

export class NothingToImportError extends DomainError {
  static override readonly problem = { status: 409, code: 'import.nothing', title: 'Nothing to import' };
  constructor() {
    super('No row of the file is free of errors, so there is nothing to import.');
  }
}

export class ImportHasProblemsError extends DomainError {
  static override readonly problem = {
    status: 409,
    code: 'import.has-problems',
    title: 'Some rows have errors',
  };
  constructor(rows: number) {
    super(`${rows} rows have errors. Mend the file, or choose to leave them out.`, { rows });
  }
}
