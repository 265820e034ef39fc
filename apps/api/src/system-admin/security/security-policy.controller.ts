import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../../platform/auth/actor.js';
import { StaleVersionError } from '../../platform/errors/common.errors.js';
import { Operation } from '../../platform/http/operation.js';
import { HasIfMatch, IfMatch } from '../../platform/http/parameters.js';
import { SecurityPolicies } from './security-policies.js';
import { ChangeSecurityPolicyDto, SecurityPolicyDto } from './security-policy.dto.js';

@ApiTags('security')
@Controller('security-policy')
export class SecurityPolicyController {
  constructor(private readonly policies: SecurityPolicies) {}

  @Get()
  @Operation({
    summary: 'Read what the company asks of passwords and second factors',
    access: 'security:manage',
    returns: SecurityPolicyDto,
  })
  readSecurityPolicy(): Promise<SecurityPolicyDto> {
    return this.policies.read();
  }

  @Patch()
  @HasIfMatch()
  @Operation({
    summary: 'Change what the company asks of passwords and second factors',
    access: 'security:manage',
    peopleOnly: true,
    returns: SecurityPolicyDto,
    errors: [StaleVersionError],
  })
  changeSecurityPolicy(
    @Body() dto: ChangeSecurityPolicyDto,
    @IfMatch() version: number | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<SecurityPolicyDto> {
    return this.policies.change(dto, version, actor);
  }
}
