-- Every mandat with what decides whether it counts: refused or not by an acquit, replaced or not by a later sending, and its
-- sign (PES page §8, §12.1). `courant` marks the one that counts for its number; nothing here depends on the order of import.
CREATE VIEW mandat_compte AS
WITH flux AS (
    SELECT f.contenu, lower(f.nom_fic) AS nom_fic, trim(f.id_coll) AS id_coll, f.date_structure,
           coalesce(upper(regexp_replace(f.cod_bud, '\s', '', 'g')), '') AS budget, c.empreinte
    FROM flux_pes f JOIN contenu c ON c.id = f.contenu
),
reponse AS (   -- a duplicate refused by the guichet does not take away the one that it had already
    SELECT a.accepte, a.domaine, a.id_unique, ltrim(a.numero_bordereau, '0') AS numero, a.exercice_bordereau AS exercice,
           string_split(replace(coalesce(a.numeros_de_piece, ''), ' ', ''), ',') AS pieces, coalesce(a.numeros_de_piece, '') = '' AS sans_piece,
           f.nom_fic, f.id_coll, f.budget,
           -- two collectivités may give their flows the same name: the acquit's own header says whose it is
           EXISTS (SELECT 1 FROM flux x JOIN bordereau y ON y.contenu = x.contenu
                   WHERE x.nom_fic = f.nom_fic AND x.id_coll IS NOT DISTINCT FROM f.id_coll AND x.budget = f.budget) AS nomme
    FROM acquit a JOIN flux f ON f.contenu = a.contenu
    WHERE a.id_unique IS NULL AND (a.accepte OR coalesce(upper(a.code_anomalie), '') NOT LIKE '%DOUBLON%')
),
bordereau_lu AS (
    SELECT b.id, ltrim(b.numero, '0') AS numero, b.exercice, f.nom_fic, f.id_coll, f.budget, b.contenu,
           count(*) OVER (PARTITION BY b.contenu, ltrim(b.numero, '0'), b.exercice) > 1 AS ambigu
    FROM bordereau b JOIN flux f ON f.contenu = b.contenu
),
repondu AS (
    SELECT b.id, r.accepte FROM bordereau_lu b
    JOIN reponse r ON r.nomme AND r.nom_fic = b.nom_fic AND r.id_coll IS NOT DISTINCT FROM b.id_coll AND r.budget = b.budget
    WHERE (r.numero IS NULL AND coalesce(r.domaine, '') <> '4')
       OR (r.numero = b.numero AND (r.exercice IS NULL OR r.exercice = b.exercice)
           AND (NOT b.ambigu OR r.sans_piece OR EXISTS (SELECT 1 FROM mandat m WHERE m.bordereau = b.id AND list_contains(r.pieces, m.numero))))
    UNION
    SELECT b.id, r.accepte FROM bordereau_lu b JOIN reponse r ON NOT r.nomme AND r.id_coll = b.id_coll AND r.budget = b.budget AND r.numero = b.numero
    WHERE (r.exercice IS NULL OR r.exercice = b.exercice)
      AND (NOT b.ambigu OR r.sans_piece OR EXISTS (SELECT 1 FROM mandat m WHERE m.bordereau = b.id AND list_contains(r.pieces, m.numero)))
),
refuse AS (SELECT DISTINCT id FROM repondu WHERE NOT accepte),
acquitte AS (SELECT DISTINCT id FROM repondu WHERE accepte),
total AS (SELECT mandat, sum(coalesce(montant_ht, 0) + coalesce(montant_tva, 0)) AS montant FROM ligne_de_mandat GROUP BY mandat)
SELECT m.id, m.contenu, f.id_coll, f.budget, b.exercice, coalesce(b.type, '01') AS type_bordereau, b.numero AS bordereau,
       b.date_emission, m.numero, m.type_piece, m.nature_piece, m.objet, m.date_echeance,
       f.date_structure, f.nom_fic, f.empreinte,
       r.id IS NOT NULL AS refuse,
       r.id IS NULL AND row_number() OVER (
           PARTITION BY coalesce(f.id_coll, ''), f.budget, b.exercice, coalesce(b.type, '01'),
                        coalesce(ltrim(m.numero, '0'), '#' || m.id), r.id IS NULL
           ORDER BY (k.id IS NOT NULL) DESC, f.date_structure DESC NULLS LAST, b.date_emission DESC NULLS LAST, f.nom_fic DESC NULLS LAST, f.empreinte DESC, m.rang) = 1 AS courant,
       -- an old correction already written negative is not turned twice; ordres de paiement count for nothing
       CASE coalesce(b.type, '01') WHEN '01' THEN 1 WHEN '02' THEN CASE WHEN t.montant < 0 THEN 1 ELSE -1 END ELSE 0 END AS signe,
       -- charges à payer, and their reversal, are not the pay of the month
       m.type_piece IS NOT DISTINCT FROM '10' OR (coalesce(b.type, '01') = '02' AND m.nature_piece IS NOT DISTINCT FROM '10') AS rattachement
FROM mandat m
JOIN bordereau b ON b.id = m.bordereau
JOIN flux f ON f.contenu = m.contenu
LEFT JOIN refuse r ON r.id = b.id
LEFT JOIN acquitte k ON k.id = b.id
LEFT JOIN total t ON t.mandat = m.id;
