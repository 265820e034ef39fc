import type { DailyFact, DailyFacts } from './daily-report.queries';

/** Words of the reader's language that the lines are made with. */
export interface DraftWords {
  readonly kindOf: (kind: string) => string;
  readonly stageOf: (fact: DailyFact) => string;
  readonly done: string;
}

const line = (...parts: (string | null)[]): string => parts.filter(Boolean).join(' ');
const said = ({ title, text }: DailyFact): string => [title, text].filter(Boolean).join('：');

/** The day in lines to go on from: what was done, and what comes next. */
export function draftText(facts: DailyFacts, words: DraftWords): { content: string; plan: string } {
  const done = [
    ...facts.activities.items.map((fact) =>
      line(words.kindOf(fact.what ?? ''), fact.customerName, said(fact) && `– ${said(fact)}`),
    ),
    ...(facts.dealMoves?.items ?? []).map((fact) => line(fact.title, '→', words.stageOf(fact))),
    ...facts.tasksDone.items.map((fact) => line(words.done, fact.title)),
  ];
  const planned = facts.planned.items.map((fact) =>
    fact.resource === 'task' ? line(fact.title, fact.customerName && `– ${fact.customerName}`) : said(fact),
  );
  return { content: done.map(bullet).join('\n'), plan: planned.map(bullet).join('\n') };
}

const bullet = (text: string): string => `• ${text}`;
