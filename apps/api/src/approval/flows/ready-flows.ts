import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { SYSTEM_ACTOR } from '../../platform/auth/actor.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DocumentTypes } from '../document-types.js';
import { SIMPLE_FLOW } from './flow-of-dto.js';
import { Flows } from './flows.js';

/** Any number of its own: processes that start side by side add the first flow once. */
const READY_FLOWS_LOCK = 7_130_040;

/** Every kind of document can be submitted from the first day: its first flow asks the leader of the submitter. */
@Injectable()
export class ReadyFlows implements OnApplicationBootstrap {
  constructor(
    private readonly work: UnitOfWork,
    private readonly types: DocumentTypes,
    private readonly flows: Flows,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.work.run(SYSTEM_ACTOR, 'approval-flow.ready', async (unit) => {
      await unit.query(`select pg_advisory_xact_lock($1)`, [READY_FLOWS_LOCK]);
      for (const { name: documentType, label } of this.types.all()) {
        const known = await unit.query(`select 1 from approval_flows where document_type = $1`, [
          documentType,
        ]);
        if (known.length > 0) continue;
        const name = `${label.zh}:部门负责人审批`;
        const id = await this.flows.add(unit, { documentType, name, definition: SIMPLE_FLOW });
        await this.flows.activate(unit, id, documentType);
      }
    });
  }
}
