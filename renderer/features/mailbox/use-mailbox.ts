// Mails of the provisioning service and the mail server that sends them; the live feed tells of each change.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Mail } from '../../../shared/simulator/mail.ts';
import type { MailSettingChange } from '../../../shared/simulator/mail-setting.ts';
import { callAdmin } from '../../api/client.ts';
import { describeError } from '../../ui/error-state.tsx';
import { toast } from '../../ui/toast.tsx';
import { useApplication } from '../entra/use-application.ts';

const KEY = ['mailbox'];
const SETTING_KEY = ['mail-setting'];

function tell(error: unknown): void {
  toast({ tone: 'bad', message: describeError(error) });
}

function mailOptions(application: string) {
  return {
    queryKey: [...KEY, application],
    queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
      callAdmin('listMails', { params: { application } }, signal),
  };
}

export function useMails(application: string) {
  return useQuery(mailOptions(application));
}

/** Of the application on screen. */
export function useUnreadMails(): number {
  const { application } = useApplication();
  const { data } = useQuery({
    ...mailOptions(application?.id ?? ''),
    enabled: application !== undefined,
  });
  return data?.unread ?? 0;
}

export function useMailActions(application: string) {
  const queryClient = useQueryClient();
  const onSuccess = () => queryClient.invalidateQueries({ queryKey: KEY });
  const paramsOf = ({ id }: Mail) => ({ application, id });
  const mark = useMutation({
    mutationFn: ({ mail, isRead }: { readonly mail: Mail; readonly isRead: boolean }) =>
      callAdmin('markMail', { params: paramsOf(mail), body: { isRead } }),
    onSuccess,
    onError: tell,
  });
  const remove = useMutation({
    mutationFn: (mail: Mail) => callAdmin('deleteMail', { params: paramsOf(mail) }),
    onSuccess,
    onError: tell,
  });
  const send = useMutation({
    mutationFn: (mail: Mail) => callAdmin('sendMail', { params: paramsOf(mail) }),
    onSuccess,
    onError: tell,
  });
  return { mark, remove, send };
}

export function useMailSetting() {
  return useQuery({
    queryKey: SETTING_KEY,
    queryFn: ({ signal }) => callAdmin('getMailSetting', {}, signal),
  });
}

export function useChangeMailSetting(onChanged: () => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: MailSettingChange) => callAdmin('changeMailSetting', { body }),
    onSuccess(setting) {
      queryClient.setQueryData(SETTING_KEY, setting);
      onChanged();
    },
  });
}

export function useSendTestMail() {
  return useMutation({
    mutationFn: (recipient: string) => callAdmin('sendTestMail', { body: { recipient } }),
  });
}
