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
           max(bulletins) AS trouves,
           coalesce(max(bulletins) FILTER (signe_deduction = 1 AND signe_retenue = 1), 0) AS trouves_positifs
    FROM identite_du_net GROUP BY contenu
),
faits AS (
    SELECT c.*,
           i.trouves, i.trouves_positifs,
           CASE c.categorie WHEN 7 THEN i.deduction WHEN 10 THEN i.retenue END AS signe_identite,
           sum(c.positifs) OVER autres - c.positifs AS positifs_autres,
           sum(c.negatifs) OVER autres - c.negatifs AS negatifs_autres,
           sum(c.positifs) OVER employeur - c.positifs AS positifs_employeur,
           sum(c.negatifs) OVER employeur - c.negatifs AS negatifs_employeur
    FROM comptes c LEFT JOIN identite i ON i.contenu = c.contenu
    WINDOW autres AS (PARTITION BY c.contenu), employeur AS (PARTITION BY c.employeur, c.categorie)
)
SELECT contenu, categorie, positifs, negatifs,
       CASE motif
           WHEN 'majorite' THEN CASE WHEN negatifs > positifs THEN -1 ELSE 1 END
           WHEN 'identite' THEN signe_identite
           WHEN 'unanimite' THEN CASE WHEN negatifs > positifs THEN -1 ELSE 1 END
           WHEN 'autres_categories' THEN CASE WHEN negatifs_autres > positifs_autres THEN -1 ELSE 1 END
           WHEN 'employeur' THEN CASE WHEN negatifs_employeur > positifs_employeur THEN -1 ELSE 1 END
           WHEN 'minorite' THEN CASE WHEN negatifs > positifs THEN -1 ELSE 1 END
           ELSE 1
       END::TINYINT AS signe,
       motif
FROM (
    SELECT *, CASE
        WHEN positifs + negatifs >= 20 THEN 'majorite'
        WHEN categorie <> 11 AND positifs + negatifs > 0 AND trouves > 0 THEN 'identite'
        WHEN positifs + negatifs >= 5 AND (positifs = 0 OR negatifs = 0) THEN 'unanimite'
        WHEN positifs_autres + negatifs_autres > 0 THEN 'autres_categories'
        WHEN positifs_employeur + negatifs_employeur >= 20 THEN 'employeur'
        WHEN positifs + negatifs > 0 THEN 'minorite'
        ELSE 'defaut' END AS motif
    FROM faits
);
