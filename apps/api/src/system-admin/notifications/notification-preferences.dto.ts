import { EnumField, FlagField, NestedField, TextField } from '../../platform/http/fields.js';
import { NOTICE_CHANNELS, type NoticeChannel } from '../../platform/notifications/notice-catalogue.js';

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;
const CHANNEL =
  '`in-app`: on the screen; `mail`: by mail at once as well; `daily`, `weekly`: what is unread in one mail.';

export class NoticePreferenceDto {
  @TextField({ describe: 'Kind of notice.', example: 'import.done' }) readonly kind!: string;
  @TextField({ describe: 'What it is about, in Chinese.' }) readonly labelZh!: string;
  @TextField({ describe: 'What it is about, in English.' }) readonly labelEn!: string;
  @EnumField({ describe: CHANNEL, values: NOTICE_CHANNELS }) readonly channel!: NoticeChannel;
  @EnumField({ describe: 'The way it is told to whoever chose nothing.', values: NOTICE_CHANNELS })
  readonly usual!: NoticeChannel;
}

export class NotificationPreferencesDto {
  @NestedField(() => NoticePreferenceDto, { describe: 'Every kind of notice you may get.', many: true })
  readonly kinds!: NoticePreferenceDto[];
  @TextField({ describe: "No mail from then on, on the company's clock.", nullable: true, example: '22:00' })
  readonly quietFrom!: string | null;
  @TextField({ describe: 'Until then; what came meanwhile is sent then.', nullable: true, example: '07:30' })
  readonly quietTo!: string | null;
  @FlagField({ describe: 'Whether mail reaches you: a mail server is set up and you have an address.' })
  readonly isMailed!: boolean;
}

export class ChooseNoticeDto {
  @TextField({ describe: 'Kind of notice.', max: 100, example: 'import.done' }) readonly kind!: string;
  @EnumField({ describe: CHANNEL, values: NOTICE_CHANNELS }) readonly channel!: NoticeChannel;
}

export class ChangeNotificationPreferencesDto {
  @NestedField(() => ChooseNoticeDto, {
    describe: 'Kinds to choose for.',
    many: true,
    optional: true,
    most: 200,
  })
  readonly kinds?: ChooseNoticeDto[];
  @TextField({
    describe: 'Beginning of the quiet hours; null for none.',
    pattern: CLOCK,
    optional: true,
    nullable: true,
  })
  readonly quietFrom?: string | null;
  @TextField({
    describe: 'End of the quiet hours; null for none.',
    pattern: CLOCK,
    optional: true,
    nullable: true,
  })
  readonly quietTo?: string | null;
}
