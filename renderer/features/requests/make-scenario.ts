// The selected requests as a scenario file, to be played again or changed by hand.
import { callAdmin } from '../../api/client.ts';
import { describeError } from '../../ui/error-state.tsx';
import { formatCount } from '../../ui/format.ts';
import { saveText } from '../../ui/save-text.ts';
import { toast } from '../../ui/toast.tsx';

export async function makeScenario(ids: readonly number[]): Promise<void> {
  try {
    const { fileName, text, left } = await callAdmin('recordScenario', {
      body: { requests: [...ids] },
    });
    saveText({ fileName, mediaType: 'application/yaml', text });
    const taken = formatCount(ids.length - left.length, 'request');
    const why = left[0] === undefined ? '' : ` ${left.length} left out: ${left[0].reason}`;
    toast({ tone: 'good', message: `${fileName} sends ${taken} again.${why}` });
  } catch (error) {
    toast({ tone: 'bad', message: describeError(error) });
  }
}
