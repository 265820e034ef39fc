import { Injectable } from '@nestjs/common';

/** The one source of "now"; tests set it. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }
}
