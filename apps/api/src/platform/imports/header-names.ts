/** 「客户 ID」, 「客户ID」 and 「客户id：」 are the same header. */
export const normalise = (header: string): string =>
  header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]/gu, '');

/** What people add to a header: a star, a unit or a remark in brackets, whether it must be filled in. */
const REMARKS = /^[*＊]+|[*＊]+$|[（([【][^）)\]】]*[）)\]】]|(?:必填|选填|可选)$/g;
/** Of several alike, such as 联系人1 and 联系人2, the first. */
const FIRST = /(?<=\D)[1一]$/;
const WHOSE = /^(?:客户|公司|单位|企业|主要|首要|第一|默认|常用)(?=..)/;
const KIND = /(?<=..)(?:号码|信息)$/;

/**
 * Names under which a header may be meant, the fullest first: 「*公司地址（必填）」 is 公司地址 and, where nothing is called that,
 * 地址. Normalised.
 */
export function namesOf(header: string): string[] {
  const bare = header.normalize('NFKC').trim().replaceAll(REMARKS, '').trim();
  const first = bare.replace(FIRST, '');
  const names = [
    header,
    bare,
    first,
    first.replace(KIND, ''),
    first.replace(WHOSE, ''),
    first.replace(WHOSE, '').replace(KIND, ''),
  ];
  return [...new Set(names.map(normalise))].filter((name) => name !== '');
}
