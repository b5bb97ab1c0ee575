-- The lines of one file under one rubrique and one statut, with what their sums need: état, category, sign, nature.
-- `nature` is the account of the gross (CodeNatureSal) for pay and withholdings, of the employer's share (CodeNatureEmp) for
-- contributions; null when nobody names one. `origine_nature` says who did: nomenclature or passage.
CREATE VIEW total_de_paye AS
SELECT t.contenu, v.employeur, v.periode, v.budget, v.train, r.categorie, t.rubrique, r.code, r.libelle, t.statut,
       t.lignes, t.non_nulles, coalesce(c.signe, 1) AS signe,
       CASE WHEN c.signe = -1 THEN -t.montant ELSE t.montant END AS montant,
       CASE WHEN r.categorie = 11 THEN coalesce(n.patronale, p.nature_patronale, q.nature_patronale)
            ELSE coalesce(n.salarie, p.nature_salariale, q.nature_salariale) END AS nature,
       CASE WHEN CASE WHEN r.categorie = 11 THEN n.patronale ELSE n.salarie END IS NOT NULL THEN 'nomenclature'
            WHEN CASE WHEN r.categorie = 11 THEN coalesce(p.nature_patronale, q.nature_patronale)
                      ELSE coalesce(p.nature_salariale, q.nature_salariale) END IS NOT NULL THEN 'passage' END AS origine_nature,
       r.categorie IN (1, 2, 3, 5, 6, 9) AS est_brut,
       r.categorie IN (7, 10) AS est_retenue,
       r.categorie = 11 AS est_cotisation
FROM total_de_rubrique t
JOIN volume v ON v.contenu = t.contenu AND v.remplace_par IS NULL
JOIN employeur e ON e.id = v.employeur
JOIN rubrique r ON r.id = t.rubrique
LEFT JOIN mot s ON s.id = t.statut
LEFT JOIN convention c ON c.contenu = t.contenu AND c.categorie = r.categorie
LEFT JOIN nature_de_rubrique n ON n.contenu = t.contenu AND n.code = upper(trim(r.code))
LEFT JOIN passage_en_vigueur p ON p.siret = e.siret AND p.categorie = r.categorie AND p.code = upper(trim(r.code))
      AND p.statut = upper(trim(s.texte)) AND v.periode BETWEEN p.debut AND p.fin
LEFT JOIN passage_en_vigueur q ON q.siret = e.siret AND q.categorie = r.categorie AND q.code = upper(trim(r.code))
      AND q.statut = '' AND v.periode BETWEEN q.debut AND q.fin;
