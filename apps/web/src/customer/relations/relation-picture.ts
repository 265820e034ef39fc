import type { ChartOption } from '../../shared/chart/chart-declaration';
import { relationLayout } from './relation-layout';
import type { RelationGraph } from './relation.queries';

/** Where edges are few, each says what it is; where they are many, one asks by pointing. */
const MOST_LABELS = 14;

interface Words {
  readonly own: string;
  readonly formal: string;
  readonly potential: string;
  readonly kind: (code: string) => string;
  readonly isSymmetric: (code: string) => boolean;
}

/** Nodes are named by their id, which is unique; what one reads is a label. Tooltips are drawn as text: names come from people. */
export function relationPicture(graph: RelationGraph, words: Words): ChartOption {
  const names = new Map(graph.nodes.map(({ id, name }) => [id, name]));
  const short = (name: string): string => (name.length > 14 ? `${name.slice(0, 13)}…` : name);
  const places = relationLayout(graph);
  const isCrowded = graph.edges.length > MOST_LABELS;
  // Several relations between the same two lie beside each other.
  const drawn = new Map<string, number>();
  const curveOf = (...ends: string[]): number => {
    const key = ends.toSorted().join(' ');
    const place = drawn.get(key) ?? 0;
    drawn.set(key, place + 1);
    return place * 0.18;
  };
  return {
    legend: { data: [words.own, words.formal, words.potential] },
    tooltip: {
      trigger: 'item',
      renderMode: 'richText',
      formatter: (point: unknown) => {
        const { dataType, data } = point as { dataType: string; data: Record<string, string> };
        if (dataType === 'node') return `${names.get(data.name ?? '') ?? ''}\n${data.number ?? ''}`;
        return `${names.get(data.source ?? '')} → ${names.get(data.target ?? '')}\n${words.kind(data.kind ?? '')}`;
      },
    },
    series: [
      {
        type: 'graph',
        layout: 'none',
        // Many are looked at closer; few need no such thing, and the wheel goes on scrolling the page.
        roam: isCrowded,
        categories: [{ name: words.own }, { name: words.formal }, { name: words.potential }],
        edgeSymbol: ['none', 'arrow'],
        edgeSymbolSize: 7,
        label: { show: true, position: 'bottom', fontSize: 12 },
        labelLayout: { hideOverlap: true },
        edgeLabel: {
          show: !isCrowded,
          fontSize: 11,
          formatter: ({ data }) => words.kind((data as unknown as { kind: string }).kind),
        },
        lineStyle: { width: 1.4, opacity: 0.8 },
        emphasis: { focus: 'adjacency' },
        data: graph.nodes.map(({ id, name, number, stage, level }) => ({
          name: id,
          ...places.get(id),
          number,
          symbolSize: level === 0 ? 30 : 20 - level * 3,
          category: level === 0 ? 0 : stage === 'formal' ? 1 : 2,
          label: { formatter: short(name), fontWeight: level === 0 ? 600 : 400 },
        })),
        links: graph.edges.map(({ kind, fromId, toId }) => ({
          source: fromId,
          target: toId,
          kind,
          ...(words.isSymmetric(kind) && { symbol: ['none', 'none'] }),
          lineStyle: { curveness: curveOf(fromId, toId) },
        })),
      },
    ],
  } as ChartOption;
}
