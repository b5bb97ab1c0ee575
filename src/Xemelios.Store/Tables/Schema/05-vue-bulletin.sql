-- One bulletin with its agent as the file describes him.
CREATE VIEW bulletin AS
SELECT p.id, p.contenu, p.ordre, p.employeur, p.periode, p.etablissement, p.octet, p.ligne_xml, p.agent,
       a.* EXCLUDE (id, employeur, empreinte1, empreinte2),
       p.nbi, p.quotite, p.a_remuneration, p.heures_total, p.taux_horaire, p.heures_sup, p.brut, p.net, p.net_a_payer, p.date_paiement,
       p.imposable, p.cumul_imposable, p.cumul_brut, p.cumul_base_ss, p.brut_lignes, p.traitement
FROM paye_individuelle p JOIN agent a ON a.id = p.agent;
