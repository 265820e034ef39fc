import { DomainError } from '../errors/domain-error.js';

export class TooManyAttachmentsError extends DomainError {
  static override readonly problem = { status: 409, code: 'attachment.too-many', title: 'Too many files' };
  constructor(most: number) {
    super(`A record has at most ${most} files and links.`, { most });
  }
}

export class FileAttachedError extends DomainError {
  static override readonly problem = {
    status: 409,
    code: 'attachment.file-taken',
    title: 'Attached already',
  };
  constructor() {
    super('This file is attached already. Upload it once more to attach it elsewhere.');
  }
}

export class NoVersionsError extends DomainError {
  static override readonly problem = {
    status: 409,
    code: 'attachment.link',
    title: 'A link has no versions',
  };
  constructor() {
    super('This is a link: change its address instead.');
  }
}
