import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HandOverResources } from '../../platform/hand-over/hand-over-resource.js';

/** What others work with goes to a colleague when its maker leaves; under a name that she has not used herself. */
@Injectable()
export class SavedViewHandOver implements OnModuleInit {
  constructor(private readonly resources: HandOverResources) {}

  onModuleInit(): void {
    this.resources.register({
      resource: 'saved-view',
      label: { zh: '共享的列表视图', en: 'Shared views of lists' },
      table: 'saved_views',
      holder: 'owner_id',
      isHeld: `t.is_shared_with_all or t.department_ids <> '{}' or t.role_ids <> '{}'`,
      follows: {
        name: `case when exists (select 1 from saved_views x where x.owner_id = $2 and x.list = t.list and lower(x.name) = lower(t.name))
                    then left(t.name, 40) || ' · ' || left(t.id::text, 8) else t.name end`,
      },
    });
  }
}
