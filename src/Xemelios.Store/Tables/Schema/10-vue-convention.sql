-- The sign of each withheld category of each file, and why (format page §7.3): decided from what the files hold, so that the
-- order in which they arrive changes nothing. 1: written as withheld; -1: written negative, to be turned. With fewer than 20
-- lines: the net that is found again decides, else five lines that all agree, else the other categories, else the employer's
-- other files, else the few lines there are.
CREATE VIEW convention AS
WITH
categories(categorie) AS (VALUES (7::UTINYINT), (10::UTINYINT), (11::UTINYINT)),
comptes AS (
    SELECT v.contenu, v.employeur, c.categorie,
           coalesce(s.positifs, 0) AS positifs, coalesce(s.negatifs, 0) AS negatifs
    FROM volume v CROSS JOIN categories c
    LEFT JOIN signes s ON s.contenu = v.contenu AND s.categorie = c.categorie
    WHERE v.remplace_par IS NULL
),
identite AS (   -- the pair of signs under which the net is found again most often, when one does better than writing as withheld
    SELECT contenu,
           arg_max(signe_deduction, (bulletins, signe_deduction, signe_retenue)) AS deduction,
           arg_max(signe_retenue, (bulletins, signe_deduction, signe_retenue)) AS retenue,
           max(bulletins) AS trouves
    FROM identite_du_net GROUP BY contenu
),
faits AS (
    SELECT c.*, i.trouves,
           CASE c.categorie WHEN 7 THEN i.deduction WHEN 10 THEN i.retenue END AS signe_identite,
           sum(c.positifs) OVER employeur - c.positifs AS positifs_employeur,
           sum(c.negatifs) OVER employeur - c.negatifs AS negatifs_employeur
    FROM comptes c LEFT JOIN identite i ON i.contenu = c.contenu
    WINDOW employeur AS (PARTITION BY c.employeur, c.categorie)
),
propre AS (   -- what a category says of itself, when it says enough
    SELECT *, CASE WHEN motif_propre = 'identite' THEN signe_identite WHEN motif_propre IS NOT NULL THEN signe_majoritaire END AS signe_propre
    FROM (
        SELECT *, CASE WHEN negatifs > positifs THEN -1 ELSE 1 END AS signe_majoritaire,
               CASE
                   WHEN positifs + negatifs >= 20 THEN 'majorite'
                   WHEN categorie <> 11 AND positifs + negatifs > 0 AND trouves > 0 THEN 'identite'
                   WHEN positifs + negatifs >= 5 AND (positifs = 0 OR negatifs = 0) THEN 'unanimite'
               END AS motif_propre
        FROM faits)
),
avec_les_autres AS (   -- what the other categories of the file settled, not their raw signs: one refund is not a dialect
    SELECT *, sum(signe_propre) OVER (PARTITION BY contenu) - coalesce(signe_propre, 0) AS signe_des_autres FROM propre
)
SELECT contenu, categorie, positifs, negatifs,
       CASE motif
           WHEN 'autres_categories' THEN sign(signe_des_autres)
           WHEN 'employeur' THEN CASE WHEN negatifs_employeur > positifs_employeur THEN -1 ELSE 1 END
           WHEN 'minorite' THEN signe_majoritaire
           WHEN 'defaut' THEN 1
           ELSE signe_propre
       END::TINYINT AS signe,
       motif
FROM (
    SELECT *, coalesce(motif_propre, CASE
        WHEN coalesce(signe_des_autres, 0) <> 0 THEN 'autres_categories'
        WHEN positifs_employeur + negatifs_employeur >= 20 THEN 'employeur'
        WHEN positifs + negatifs > 0 THEN 'minorite'
        ELSE 'defaut' END) AS motif
    FROM avec_les_autres
);
