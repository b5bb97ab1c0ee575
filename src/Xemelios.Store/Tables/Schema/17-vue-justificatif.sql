-- The pieces that can answer a reference: readable contents that are neither pay nor containers, and that no acquit refused.
-- A piece that does not say whose it is, in an archive whose pay files are all of one employer, is this employer's.
CREATE VIEW piece_utilisable AS
WITH employeur_du_contenant AS (
    SELECT c.contenant AS racine, min(e.siret) AS siret
    FROM contenu_porte c JOIN livraison l ON l.contenu = c.contenant AND l.contenant IS NULL
    JOIN volume v ON v.contenu = c.contenu AND v.contenu <> c.contenant JOIN employeur e ON e.id = v.employeur
    GROUP BY c.contenant HAVING count(DISTINCT e.siret) = 1
),
proprietaire AS (   -- through every outermost container in which the piece itself came
    SELECT p.id AS piece, min(k.siret) AS siret
    FROM piece p JOIN contenu_porte c ON c.contenu = p.contenant JOIN employeur_du_contenant k ON k.racine = c.contenant
    WHERE p.siret IS NULL GROUP BY p.id HAVING count(DISTINCT k.siret) = 1
)
SELECT p.id, p.contenu, p.contenant, p.pes, p.id_unique, p.nom, lower(nfc_normalize(p.nom)) AS nom_plie,
       regexp_replace(lower(nfc_normalize(p.nom)), '\.[^.]*$', '') AS racine_du_nom,
       coalesce(p.siret, nullif(k.siret, '')) AS siret, c.empreinte, f.date_structure, p.type_mime, p.octets
FROM piece p
LEFT JOIN proprietaire k ON k.piece = p.id
JOIN contenu c ON c.id = p.contenu AND c.type = 'PIECE'
LEFT JOIN flux_pes f ON f.contenu = p.pes
WHERE NOT EXISTS (   -- the piece was refused; a duplicate that is refused was already there
    SELECT 1 FROM acquit a JOIN flux_pes g ON g.contenu = a.contenu
    WHERE a.id_unique = p.id_unique AND a.accepte = false AND coalesce(upper(a.code_anomalie), '') NOT LIKE '%DOUBLON%'
      AND (lower(g.nom_fic) = lower(f.nom_fic) AND g.id_coll IS NOT DISTINCT FROM f.id_coll
           OR (NOT EXISTS (SELECT 1 FROM flux_pes x WHERE lower(x.nom_fic) = lower(g.nom_fic) AND x.contenu <> g.contenu)
               AND g.id_coll = f.id_coll AND g.cod_bud IS NOT DISTINCT FROM f.cod_bud)));

-- Each distinct reference of an employer's bulletins and the pieces that answer it, by the rule that matched (PES page §11.3):
-- 1 IdUnique of a PES piece, 2 its name, 3 name of a file, 4 name without extension. A piece of another collectivité never does.
CREATE VIEW piece_de_reference AS
WITH reference AS (
    SELECT DISTINCT r.employeur, e.siret, r.id_unique, r.nom,
           lower(nfc_normalize(r.id_unique)) AS id_plie, lower(nfc_normalize(r.nom)) AS nom_plie,
           regexp_replace(lower(nfc_normalize(r.nom)), '\.[^.]*$', '') AS racine_du_nom
    FROM reference_de_bulletin r JOIN employeur e ON e.id = r.employeur
),
trouve AS (
    SELECT r.*, 1 AS regle, p.id AS piece FROM reference r JOIN piece_utilisable p ON p.id_unique = r.id_unique WHERE p.pes IS NOT NULL
    UNION ALL SELECT r.*, 2, p.id FROM reference r JOIN piece_utilisable p ON p.nom_plie = r.nom_plie WHERE p.pes IS NOT NULL
    UNION ALL SELECT r.*, 3, p.id FROM reference r JOIN piece_utilisable p ON p.nom_plie = coalesce(r.nom_plie, r.id_plie) WHERE p.pes IS NULL
    UNION ALL SELECT r.*, 4, p.id FROM reference r JOIN piece_utilisable p ON p.racine_du_nom = r.id_plie
    UNION ALL SELECT r.*, 4, p.id FROM reference r JOIN piece_utilisable p ON p.racine_du_nom = r.racine_du_nom
)
SELECT t.employeur, t.id_unique, t.nom, t.regle, p.id AS piece, p.contenu, p.empreinte, p.date_structure, p.type_mime, p.octets, p.nom AS nom_de_piece
FROM trouve t JOIN piece_utilisable p ON p.id = t.piece
WHERE p.siret IS NULL OR p.siret = t.siret OR p.siret = left(t.siret, 9);

-- The piece that answers each reference: best rule, then first sent, then fingerprint; `conflit` when one identifier has several contents.
CREATE VIEW reference_resolue AS
SELECT employeur, id_unique, nom, piece, contenu, empreinte, type_mime, octets, conflit
FROM (
    SELECT *, count(DISTINCT contenu) FILTER (regle = 1) OVER (PARTITION BY employeur, id_unique, nom) > 1 AS conflit,
           row_number() OVER (PARTITION BY employeur, id_unique, nom
                              ORDER BY regle, date_structure NULLS LAST, empreinte, nom_de_piece, piece) AS rang
    FROM piece_de_reference
)
WHERE rang = 1;

-- Contents and the outermost containers in which they came.
CREATE VIEW contenant_exterieur AS
SELECT DISTINCT p.contenu, p.contenant AS racine
FROM contenu_porte p JOIN livraison l ON l.contenu = p.contenant AND l.contenant IS NULL;

-- The pieces of each mandat, by both routes: PJRef (IdUnique, else name) and RefCompta (PES page §10.3).
CREATE VIEW piece_de_mandat AS
WITH citee AS (
    SELECT r.mandat, r.id_unique, lower(r.nom) AS nom, left(trim(f.id_coll), 9) AS siren
    FROM reference_de_mandat r JOIN mandat m ON m.id = r.mandat JOIN flux_pes f ON f.contenu = m.contenu
)
SELECT c.mandat, p.id AS piece FROM citee c JOIN piece p ON p.id_unique = c.id_unique
WHERE p.siret IS NULL OR c.siren IS NULL OR left(p.siret, 9) = c.siren
UNION
SELECT c.mandat, p.id FROM citee c JOIN piece p ON lower(p.nom) = c.nom
WHERE p.siret IS NULL OR c.siren IS NULL OR left(p.siret, 9) = c.siren
UNION
SELECT m.id, rc.piece
FROM reference_comptable rc JOIN piece p ON p.id = rc.piece LEFT JOIN flux_pes f ON f.contenu = p.pes
JOIN mandat_compte m ON m.exercice = rc.exercice AND m.type_bordereau = rc.type_objet AND ltrim(m.numero, '0') = ltrim(rc.identifiant, '0')
WHERE rc.domaine = '01' AND (f.contenu IS NULL OR (trim(f.id_coll) IS NOT DISTINCT FROM m.id_coll
      AND coalesce(upper(regexp_replace(f.cod_bud, '\s', '', 'g')), '') = m.budget));

-- Readable or unreadable pieces to which no bulletin, no mandat and no RefCompta points, whatever the month.
CREATE VIEW piece_orpheline AS
SELECT p.* FROM piece p
WHERE (p.contenu IS NULL OR p.id IN (SELECT id FROM piece_utilisable))
  AND p.id NOT IN (SELECT piece FROM piece_de_reference)
  AND p.id NOT IN (SELECT piece FROM piece_de_mandat)
  AND p.id NOT IN (SELECT piece FROM reference_comptable)
  AND NOT EXISTS (SELECT 1 FROM reference_de_bulletin r JOIN employeur e ON e.id = r.employeur
                  WHERE r.id_unique = p.id_unique AND (p.siret IS NULL OR p.siret IN (e.siret, left(e.siret, 9))));
