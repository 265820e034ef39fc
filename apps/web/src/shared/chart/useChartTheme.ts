import { computed } from 'vue';
import { usePreferences } from '../preferences/preferences.store';
import type { ChartOption } from './chart-declaration';

/** Colours that keep apart for colour-blind eyes and on both grounds. */
const PALETTES = {
  light: ['#1f5f8b', '#d9822b', '#2e8b6f', '#8a5aa8', '#b3322c', '#5f6e7d', '#b59a1d', '#3f8fd0'],
  dark: ['#6fb4e2', '#e9a45c', '#62c4a2', '#bb95d6', '#ef8078', '#98a6b4', '#d8c255', '#9ccbf0'],
};

type Axis = Record<string, unknown> & { axisLabel?: object };

/** Fills in what every chart shares, in the colours of the theme in use. */
export function useChartTheme() {
  const preferences = usePreferences();

  const theme = computed(() => {
    const style = getComputedStyle(document.documentElement);
    const token = (name: string) => style.getPropertyValue(`--juke-${name}`).trim();
    // Read again when the theme changes.
    const color = preferences.isDark ? PALETTES.dark : PALETTES.light;
    const isDark = preferences.isDark;
    return {
      color,
      text: token('text-soft') || (isDark ? '#b4c0cc' : '#4b5a6a'),
      line: token('line') || (isDark ? '#2a3642' : '#e1e6ec'),
      surface: token('surface') || (isDark ? '#19212a' : '#ffffff'),
      strong: token('text') || (isDark ? '#e6ebf0' : '#1c2733'),
    };
  });

  function dress(option: ChartOption): ChartOption {
    const { color, text, line, surface, strong } = theme.value;
    const dressAxis = (axis: Axis): Axis => ({
      axisLine: { lineStyle: { color: line } },
      axisTick: { show: false },
      splitLine: { lineStyle: { color: line } },
      ...axis,
      axisLabel: { color: text, ...axis.axisLabel },
    });
    const dressAxes = (axes: unknown) => ([axes].flat() as Axis[]).map(dressAxis);
    return {
      color,
      aria: { enabled: true },
      textStyle: { color: text, fontFamily: getComputedStyle(document.body).fontFamily },
      animationDuration: 250,
      ...option,
      grid: option.grid ?? {
        left: 8,
        right: 12,
        top: 40,
        bottom: 4,
        outerBoundsMode: 'same',
        outerBoundsContain: 'axisLabel',
      },
      legend:
        option.legend === undefined ? undefined : { textStyle: { color: text }, top: 4, ...option.legend },
      tooltip: {
        trigger: 'axis',
        confine: true,
        backgroundColor: surface,
        borderColor: line,
        textStyle: { color: strong },
        ...option.tooltip,
      },
      ...(option.xAxis && { xAxis: dressAxes(option.xAxis) as ChartOption['xAxis'] }),
      ...(option.yAxis && { yAxis: dressAxes(option.yAxis) as ChartOption['yAxis'] }),
    };
  }
  return { dress };
}
