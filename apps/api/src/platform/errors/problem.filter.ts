import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AnsweredBefore } from '../http/answered-before.js';
import { toProblem } from './problem.js';

/** The one place where an error becomes an HTTP answer. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    if (error instanceof AnsweredBefore) return error.sendTo(reply);
    const path = request.url.split('?')[0] ?? '/';
    const problem = toProblem(error, path);
    const where = `${request.method} ${path} [${request.id}]`;
    if (problem.status === 503) this.logger.warn(`${where}: ${problem.detail}`);
    else if (problem.status >= 500)
      this.logger.error(`${where}: ${error instanceof Error ? error.stack : String(error)}`);
    if (reply.sent) return;
    if (problem.status === 503) void reply.header('retry-after', '2');
    void reply.status(problem.status).type('application/problem+json').send(problem);
  }
}
