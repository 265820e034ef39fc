import { DomainError } from '../errors/domain-error.js';

export class FileTooLargeError extends DomainError {
  static override readonly problem = { status: 413, code: 'file.too-large', title: 'File too large' };
  constructor(mostBytes: number) {
    const megabytes = Math.floor(mostBytes / 1024 / 1024);
    super(`A file may have at most ${megabytes} MB.`, { megabytes });
  }
}

export class NoFileError extends DomainError {
  static override readonly problem = { status: 422, code: 'file.missing', title: 'No file' };
  constructor() {
    super('Send one file as multipart/form-data in the field "file".');
  }
}

export class FileNameError extends DomainError {
  static override readonly problem = {
    status: 422,
    code: 'file.name-not-content',
    title: 'Name and content differ',
  };
  constructor(ending: string) {
    super(
      `The name says .${ending}, the content does not. Send the file as it is, or under its right name.`,
      {
        ending,
      },
    );
  }
}

export class FileNotAllowedError extends DomainError {
  static override readonly problem = { status: 422, code: 'file.not-allowed', title: 'File not allowed' };
  constructor(kind: string) {
    super(`This is a program (${kind}), whatever its name says. Programs are not taken.`, { kind });
  }
}

export class UploadOffsetError extends DomainError {
  static override readonly problem = { status: 409, code: 'upload.offset', title: 'Not the next piece' };
  constructor(offset: number) {
    super(`${offset} bytes are here. Send what comes after them.`, { offset });
  }
}

export class UploadIncompleteError extends DomainError {
  static override readonly problem = {
    status: 409,
    code: 'upload.incomplete',
    title: 'Not all of it is here',
  };
  constructor(offset: number, size: number) {
    super(`${offset} of ${size} bytes are here. Send the rest first.`, { offset, size });
  }
}

export class TooManyUploadsError extends DomainError {
  static override readonly problem = { status: 409, code: 'upload.too-many', title: 'Too many uploads' };
  constructor(most: number) {
    super(`${most} of your uploads are not finished. Finish or cancel some of them first.`, { most });
  }
}
