/** Puts content into the browser's downloads. */
export function saveAs(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Browsers read the address after the click; it is given back once they surely have.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
