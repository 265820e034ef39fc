import { Injectable } from '@nestjs/common';

/**
 * Who needs a file other than by a foreign key: an array of ids, a value in JSON. Conditions over `f.id`; a file for which
 * one of them holds is not removed.
 */
@Injectable()
export class FileHolders {
  private readonly holders: (() => readonly string[])[] = [];

  register(conditions: () => readonly string[]): void {
    this.holders.push(conditions);
  }

  conditions(): string[] {
    return this.holders.flatMap((holder) => holder());
  }
}
