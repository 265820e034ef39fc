declare module 'virtual:words' {
  type Words = import('vue-i18n').LocaleMessages<import('vue-i18n').VueMessageType>;
  /** By area: its namespaces, and its words by locale. */
  const areas: Record<
    string,
    { namespaces: string[]; load: Record<string, () => Promise<{ default: Words }>> }
  >;
  export default areas;
}
