// Bytes as people read them: place, sixteen bytes in hexadecimal, and what of them is printable ASCII.

const ROW_BYTES = 16;

export function writeHex(bytes: Uint8Array): string {
  const rows: string[] = [];
  for (let at = 0; at < bytes.length; at += ROW_BYTES) {
    const row = [...bytes.subarray(at, at + ROW_BYTES)];
    const hex = row.map((byte) => byte.toString(16).padStart(2, '0'));
    const left = hex.slice(0, 8).join(' ').padEnd(23);
    const right = hex.slice(8).join(' ').padEnd(23);
    rows.push(`${at.toString(16).padStart(8, '0')}  ${left}  ${right}  ${row.map(show).join('')}`);
  }
  return rows.join('\n');
}

function show(byte: number): string {
  return byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '·';
}
