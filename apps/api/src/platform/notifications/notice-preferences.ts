import type { Unit } from '../database/unit-of-work.js';
import type { Addressee } from '../mail/mails.js';
import type { NoticeChannel } from './notice-catalogue.js';

/** How one person wants to be told of one kind of notice. */
export interface Telling {
  readonly channel: NoticeChannel;
  /** Undefined where she has no address. */
  readonly addressee?: Addressee;
  /** Wall clock of the company, `22:00`; both or none. */
  readonly quietFrom: string | null;
  readonly quietTo: string | null;
}

/** Where notices learn how to reach people; the module that owns users provides it. */
export abstract class NoticePreferences {
  /** Undefined when there is nobody to tell (any more). */
  abstract of(unit: Unit, userId: string, kind: string): Promise<Telling | undefined>;
  abstract addressee(unit: Unit, userId: string): Promise<Addressee | undefined>;
}
