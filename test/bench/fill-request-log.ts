export async function fillRequestLog(o: { dataDir: string; rows: number }): Promise<void> {
  void o;
}
