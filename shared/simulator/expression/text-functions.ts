// Functions on text.
// @see https://learn.microsoft.com/entra/identity/app-provisioning/functions-for-customizing-application-data
import { describeFunctions } from './expression-function.ts';

export const TEXT_FUNCTIONS = describeFunctions('Text', {
  Append: {
    parameters: 'source, suffix',
    returns: 'text',
    documentation: 'The source with the suffix behind it. Nothing where the source is null.',
    example: ['Append([userPrincipalName], ".test")', 'adele@contoso.com.test'],
  },
  Join: {
    parameters: 'separator, ...source',
    returns: 'text',
    documentation:
      'All sources in one text with the separator between them. Each value of a multi-valued attribute counts; null and empty ones are left out.',
    example: ['Join(" ", [givenName], [surname])', 'Adele Vance'],
  },
  Left: {
    parameters: 'string, numChars',
    returns: 'text',
    documentation:
      'So many characters from the beginning. 0 gives an empty text, a negative number the whole; null gives an empty text.',
    example: ['Left("John Doe", 3)', 'Joh'],
  },
  Mid: {
    parameters: 'source, start, length',
    returns: 'text',
    documentation:
      'So many characters from a place on, counted from 1; what goes beyond the end is cut.',
    example: ['Mid("John Doe", 6, 10)', 'Doe'],
  },
  Word: {
    parameters: 'string, wordNumber, delimiters',
    returns: 'text',
    documentation:
      'One word of a text, counted from 1. Every character of delimiters separates words. Empty where there is no such word.',
    example: ['Word("This,string!has&many separators", 3, ",!&#")', 'has'],
  },
  StripSpaces: {
    parameters: 'source',
    returns: 'text',
    documentation: 'The source without its spaces.',
    example: ['StripSpaces("Mary Ann")', 'MaryAnn'],
  },
  ToLower: {
    parameters: 'source, culture?',
    returns: 'text',
    documentation: 'Lower case; by the rules of a culture such as "tr-TR" where one is named.',
    example: ['ToLower("Adele")', 'adele'],
  },
  ToUpper: {
    parameters: 'source, culture?',
    returns: 'text',
    documentation: 'Upper case; by the rules of a culture such as "tr-TR" where one is named.',
    example: ['ToUpper("Adele")', 'ADELE'],
  },
  PCase: {
    parameters: 'source, wordSeparators?',
    returns: 'text',
    documentation:
      'Each word with a capital first, the rest lower case. Where separators are given, only these part words.',
    example: ['PCase("PINTO-DE\'SILVA", " \'-")', "Pinto-De'Silva"],
  },
  NormalizeDiacritics: {
    parameters: 'source',
    returns: 'text',
    documentation:
      'Letters without their marks, by a fixed table: ö becomes o, ø becomes oe, ß becomes ss. Others stay.',
    example: ['NormalizeDiacritics("Zoë")', 'Zoe'],
  },
  InStr: {
    parameters: 'value1, value2, start?, compareType?',
    returns: 'number',
    documentation:
      'Where value2 begins in value1, counted from 1; 0 where it does not. compareType is vbTextCompare, which ignores case, or vbBinaryCompare.',
    example: ['InStr("repEated", "e", 3, vbBinaryCompare)', '7'],
  },
  Replace: {
    parameters:
      'source, oldValue, regexPattern, regexGroupName, replacementValue, replacementAttributeName, template',
    returns: 'text',
    documentation:
      'Seven arguments, unused ones left empty. oldValue and replacementValue: every oldValue in the source is replaced. oldValue and template: the source takes the place of oldValue in the template. regexPattern and replacementValue: every match is replaced, ${group} stands for a group. With regexGroupName as well: only that group is replaced. regexPattern, regexGroupName and replacementAttributeName: the source, or where it has no value that group of the other attribute.',
    example: ['Replace("john.doe@contoso.com", "@contoso.com", , , "", , )', 'john.doe'],
  },
  RandomString: {
    parameters:
      'length, minimumNumbers, minimumSpecialCharacters, minimumCapital, minimumLowerCase, charactersToAvoid?',
    returns: 'text',
    documentation:
      'Random characters with at least so many of each kind, 256 in all at most. Every evaluation gives another.',
    example: ['RandomString(6, 3, 0, 0, 3)', '1a73qt'],
  },
});
