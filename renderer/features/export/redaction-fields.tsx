// What is hidden in an export.
import { CheckBox } from '../../ui/check-box.tsx';
import { chooseExport, useRedaction } from './export-choice.ts';

export function RedactionFields() {
  const { authorization, people } = useRedaction();
  return (
    <div role="group" aria-label="Redaction" className="flex flex-col gap-1">
      <CheckBox
        isSelected={people === 'pseudonyms'}
        onChange={(isOn) => chooseExport({ people: isOn ? 'pseudonyms' : 'shown' })}
      >
        Replace e-mail addresses and names by pseudonyms
      </CheckBox>
      <CheckBox
        isSelected={authorization === 'token'}
        onChange={(isOn) => chooseExport({ authorization: isOn ? 'token' : 'hidden' })}
      >
        Put the tenant’s token in
      </CheckBox>
      {authorization === 'token' && (
        <p className="pl-6 text-sm text-warn">
          Whoever gets the export can use the tenant. Requests with another token stay hidden.
        </p>
      )}
    </div>
  );
}
