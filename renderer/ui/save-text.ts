// Hands a text or bytes over as a file, as a browser and Electron save a link.

interface SavedFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly text: string;
}

export function saveText({ fileName, mediaType, text }: SavedFile): void {
  saveBlob(fileName, new Blob([text], { type: mediaType }));
}

export function saveBlob(fileName: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  // The download has its own hold on the data once it has begun.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
