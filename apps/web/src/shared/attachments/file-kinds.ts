import { Document, DocumentCopy, Files, Link, Picture, VideoPlay } from '@element-plus/icons-vue';
import type { Component } from 'vue';

export type Preview = 'picture' | 'pdf' | 'text';

const MB = 1024 * 1024;
/** What the browser can show, and up to which size it is fetched for that. */
const PREVIEWS: readonly (readonly [RegExp, Preview, number])[] = [
  [/^image\/(?:png|jpeg|gif|webp|avif|bmp)$/, 'picture', 30 * MB],
  [/^application\/pdf$/, 'pdf', 60 * MB],
  [/^text\/plain$/, 'text', 1 * MB],
];

interface Content {
  readonly mediaType: string | null;
  readonly size: number | null;
}

/** How it can be looked at here; undefined: it can only be downloaded. By the type of its content, never by its name. */
export function previewOf({ mediaType, size }: Content): Preview | undefined {
  const found = PREVIEWS.find(([type]) => type.test(mediaType ?? ''));
  return found && (size ?? Infinity) <= found[2] ? found[1] : undefined;
}

export function iconOf({
  mediaType,
  address,
}: {
  mediaType?: string | null;
  address?: string | null;
}): Component {
  if (address) return Link;
  const type = mediaType ?? '';
  if (type.startsWith('image/')) return Picture;
  if (/^(?:video|audio)\//.test(type)) return VideoPlay;
  if (/zip|rar|7z|tar|gzip/.test(type)) return Files;
  return type === 'application/octet-stream' ? DocumentCopy : Document;
}

/** Texts from Windows are often not in UTF-8. */
export function textOf(content: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return new TextDecoder('gb18030').decode(content);
  }
}
