import { Global, Module } from '@nestjs/common';
import { MailRelay } from './mail-relay.js';
import { Mails } from './mails.js';

@Global()
@Module({ providers: [Mails, MailRelay], exports: [Mails] })
export class MailModule {}
