import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Pool } from 'pg';
import type { AppConfig } from '../config/app-config.js';
import { APP_CONFIG } from '../config/config.module.js';
import { CONNECTION, genericPoolSize } from './data-source.js';

/**
 * Connections whose statements are planned once, whatever their values. For a statement that is fenced so that there is
 * nothing to choose, as the search by its index is: the server thinks its values promise a better plan and plans it anew
 * each time, which takes twice as long as finding the rows.
 */
@Injectable()
export class GenericPlans implements OnApplicationShutdown {
  readonly pool: Pool;

  constructor(@Inject(APP_CONFIG) config: AppConfig) {
    this.pool = new Pool({
      ...CONNECTION,
      connectionString: config.databaseUrl,
      max: genericPoolSize(config.databasePoolSize),
    });
    // A statement, because a connection pooler lets no such option through; it goes before whatever is asked first.
    this.pool.on('connect', (client) => {
      client.query('set plan_cache_mode = force_generic_plan').catch((error: Error) => this.warn(error));
    });
    // An idle connection that the server ended is replaced by the next search; unheard, the error would end the process.
    this.pool.on('error', (error) => this.warn(error));
  }

  private warn({ message }: Error): void {
    new Logger(GenericPlans.name).warn(message);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }
}
