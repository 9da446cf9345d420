// The files that the directory gives: its users, and the template to fill in.
import { callAdmin } from '../../api/client.ts';
import { describeError } from '../../ui/error-state.tsx';
import { saveText } from '../../ui/save-text.ts';
import { toast } from '../../ui/toast.tsx';

export async function saveDirectoryFile(
  route: 'exportDirectory' | 'getDirectoryTemplate',
): Promise<void> {
  try {
    saveText(await callAdmin(route, {}));
  } catch (error) {
    toast({ tone: 'bad', message: describeError(error) });
  }
}
