// What is wrong with a schema or resource type that somebody wants a tenant to have.

export interface SchemaIssue {
  /** Of the document (`put[0].attributes[2].type`) or of the attribute (`urn:…:Device:location.building`). */
  readonly path: string;
  /** Goes on after the path, as a sentence. */
  readonly message: string;
}
