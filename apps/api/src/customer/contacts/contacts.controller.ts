import { Body, Controller, Delete, Get, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../../platform/auth/actor.js';
import { RecordNotFoundError, StaleVersionError } from '../../platform/errors/common.errors.js';
import { Operation } from '../../platform/http/operation.js';
import { HasIdParam, HasIfMatch, IdParam, IfMatch } from '../../platform/http/parameters.js';
import {
  CountOperation,
  ListCountDto,
  ListOperation,
  ListQuery,
} from '../../platform/lists/list-operation.js';
import type { RawQuery } from '../../platform/lists/list-request.js';
import { Lists, type Page } from '../../platform/lists/lists.js';
import { RecycleBin } from '../../platform/recycle-bin/recycle-bin.js';
import { ChangeContactDto, CreateContactDto, MoveContactDto } from './contact-input.dto.js';
import { ContactMovesService } from './contact-moves.service.js';
import { ContactDto } from './contact.dto.js';
import { ContactInOpenDealsError, DealsNotYoursError } from './contact.errors.js';
import { contactList } from './contact.list.js';
import { ContactsService, toContactDto, type ContactRow } from './contacts.service.js';

@ApiTags('contacts')
@Controller('contacts')
export class ContactsController {
  constructor(
    private readonly contacts: ContactsService,
    private readonly moves: ContactMovesService,
    private readonly lists: Lists,
    private readonly bin: RecycleBin,
  ) {}

  @Get()
  @ListOperation(contactList, ContactDto, 'List contacts')
  async listContacts(@ListQuery() query: RawQuery, @CurrentActor() actor: Actor): Promise<Page<ContactDto>> {
    const page = await this.lists.page<ContactRow>(contactList, query, actor);
    return { ...page, items: page.items.map((contact) => toContactDto(contact, actor)) };
  }

  @Get('count')
  @CountOperation(contactList, 'Count contacts')
  countContacts(@ListQuery() query: RawQuery, @CurrentActor() actor: Actor): Promise<ListCountDto> {
    return this.lists.count(contactList, query, actor);
  }

  @Post()
  @Operation({
    summary: 'Enter a contact',
    access: 'customer:change',
    returns: ContactDto,
    status: 201,
    errors: [RecordNotFoundError],
  })
  createContact(@Body() dto: CreateContactDto, @CurrentActor() actor: Actor): Promise<ContactDto> {
    return this.contacts.create(dto, actor);
  }

  @Get(':id')
  @HasIdParam()
  @Operation({
    summary: 'Read one contact',
    access: 'customer:read',
    returns: ContactDto,
    errors: [RecordNotFoundError],
  })
  readContact(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<ContactDto> {
    return this.contacts.read(id, actor);
  }

  @Patch(':id')
  @HasIdParam()
  @HasIfMatch()
  @Operation({
    summary: 'Change a contact',
    access: 'customer:change',
    returns: ContactDto,
    errors: [RecordNotFoundError, StaleVersionError],
  })
  changeContact(
    @IdParam() id: string,
    @Body() dto: ChangeContactDto,
    @IfMatch() version: number | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<ContactDto> {
    return this.contacts.change(id, dto, version, actor);
  }

  @Post(':id/move')
  @HasIdParam()
  @HasIfMatch()
  @Operation({
    summary: 'Move a contact to another customer',
    description:
      'The caller must be allowed to change both customers. What was done with the contact stays with the customer before; both keep a note of the move in their timeline.',
    access: 'customer:change',
    returns: ContactDto,
    errors: [RecordNotFoundError, StaleVersionError, ContactInOpenDealsError, DealsNotYoursError],
  })
  moveContact(
    @IdParam() id: string,
    @Body() dto: MoveContactDto,
    @IfMatch() version: number | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<ContactDto> {
    return this.moves.move(id, dto, version, actor);
  }

  @Delete(':id')
  @HasIdParam()
  @HasIfMatch()
  @Operation({
    summary: 'Put a contact into the recycle bin',
    access: 'customer:change',
    status: 204,
    errors: [RecordNotFoundError, StaleVersionError],
  })
  deleteContact(
    @IdParam() id: string,
    @IfMatch() version: number | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.bin.put('contact', id, version, actor);
  }
}
