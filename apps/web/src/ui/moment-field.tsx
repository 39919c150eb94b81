import { TextField } from "./text-field.tsx";

interface Props {
  name: string;
  label: string;
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}

/** When something happened, to the minute, in the zone of this device. */
export function MomentField(props: Props) {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return <TextField {...props} type="datetime-local" hint={`In ${zone}`} />;
}
