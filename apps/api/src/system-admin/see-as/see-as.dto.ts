import { InstantField, NestedField, TextField } from '../../platform/http/fields.js';
import { MeDto } from '../auth/auth.dto.js';

export class SeeAsDto {
  @TextField({
    describe: 'Why; it stands in the audit log.',
    max: 200,
    example: 'She cannot find a customer.',
  })
  readonly reason!: string;
}

export class SeeingAsDto {
  @TextField({ describe: 'Bearer token that reads as this user and changes nothing.', max: 2000 })
  readonly accessToken!: string;
  @InstantField({ describe: 'When it ends by itself.' }) readonly expiresAt!: string;
  @NestedField(() => MeDto, { describe: 'Whom one sees as.' }) readonly user!: MeDto;
}
