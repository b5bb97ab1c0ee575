using System.Globalization;
using System.Security;
using System.Text;

namespace Xemelios.Samples;

/// <summary>Writes the bulletins of a rule's case as an XHL file: plain, in UTF-8, every value as the case gives it.</summary>
internal static class XhlDeCas
{
    public static string Ecrire(CasDeRegle cas, IReadOnlyList<PayeDeCas> payes)
    {
        var texte = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<n:DocumentPaye xmlns:n=\"http://www.minefi.gouv.fr/cp/helios/pes_v2/paye_1_1\">\n");
        var mois = payes[0].Mois;
        texte.Append($"<IdVer V=\"1.4\"/>{Un("Annee", mois[..4])}{Un("Mois", mois[5..])}<Budget>{Un("Libelle", "BUDGET PRINCIPAL")}{Un("Code", "00")}</Budget>\n");
        texte.Append($"<Employeur>{Un("Nom", $"Employeur du contrôle {cas.Code}")}{(cas.Ape is null ? "" : Un("APE", cas.Ape))}{Un("Siret", cas.Siret)}</Employeur>\n<DonneesIndiv>\n");
        if (cas.Etablissements.TryGetValue(mois, out var siret))
            texte.Append($"<Etablissement>{Un("Nom", "Établissement fictif")}{Un("Siret", siret)}</Etablissement>\n");
        foreach (var paye in payes)
            texte.Append(Bulletin(paye));
        texte.Append("</DonneesIndiv>\n");
        if (cas.Nomenclature.Count > 0)
            texte.Append($"<Nomenclatures><NomenclatureRubriquePaye>{Un("Description", "Rubriques")}{string.Concat(cas.Nomenclature.Select(n => $"<Correspondance>{Un("Libelle", n.Value)}{Un("Code", n.Key)}</Correspondance>"))}</NomenclatureRubriquePaye></Nomenclatures>\n");
        return texte.Append("</n:DocumentPaye>\n").ToString();
    }

    private static string Bulletin(PayeDeCas p) =>
        $"""
        <PayeIndivMensuel>
        {Agent(p)}
        {string.Concat(p.Evenements.Select(e => $"<Evenement>{Un("Code", e)}{Un("Description", e)}</Evenement>"))}{Un("Service", p.Service)}{string.Concat(p.Nbi.Select(n => Un("NBI", n)))}{Un("QuotiteTrav", p.Quotite)}{Periode("Periode", p.Periode ?? Du(p.Mois))}
        <Remuneration>
        {string.Join("\n", p.ToutesLesLignes.Select(Ligne))}
        </Remuneration>
        {Un("NbHeureTotal", p.Heures)}{Un("NbHeureSup", p.HeuresSup)}{Totaux(p)}
        {string.Concat(p.Budgets.Select(b => $"<RepartitionBudget>{Un("CodeBudget", b.Code)}{Un("Taux", b.Taux)}{Un("Mt", b.Montant)}</RepartitionBudget>"))}{p.Ajout}</PayeIndivMensuel>

        """.Replace("\n<Remuneration>\n\n</Remuneration>", "", StringComparison.Ordinal).ReplaceLineEndings("\n");

    private static string Totaux(PayeDeCas p)
    {
        var (brut, net) = (p.Brut ?? p.BrutDesLignes, p.Net ?? p.NetDesLignes);
        var aPayer = p.NetAPayer ?? net - p.ToutesLesLignes.Where(l => l.Categorie == Categorie.Acompte).Sum(l => l.Montant ?? 0);
        var imposable = p.Imposable ?? brut - p.ToutesLesLignes.Where(l => l.Categorie == Categorie.Deduction).Sum(l => l.Montant ?? 0);
        return Un("MtBrut", brut) + Un("MtNet", net) + Un("MtNetAPayer", aPayer) + Un("DatePaiement", p.DatePaiement ?? $"{p.Mois}-26") + Un("MtImposable", imposable)
            + Un("CumulMtImposable", p.CumulImposable) + Un("CumulMtBrut", p.CumulBrut) + Un("CumulBaseSS", p.CumulBaseSs);
    }

    private static string Agent(PayeDeCas p)
    {
        var compte = p.Rib is { } rib
            ? Un("CodeEtab", rib.Banque) + Un("CodeGuic", rib.Guichet) + Un("IdCpte", rib.Compte) + Un("CleRib", rib.Cle)
            : p.Iban is null ? "" : Un("BIC", "FICTFRPP") + Un("IBAN", p.Iban);
        return $"<Agent>{Un("Civilite", p.Civilite)}{Un("Nom", p.Nom)}{Un("Prenom", p.Prenom)}{Un("Matricule", p.Matricule)}{Un("NIR", p.Nir)}"
            + $"<Adresse>{Un("CP", p.CodePostal)}{Un("Ville", p.Ville)}</Adresse>{(p.Enfants is { } enfants ? Un("NbEnfants", enfants.ToString("00", CultureInfo.InvariantCulture)) : "")}"
            + $"{(p.Statut is null ? "" : Un("Statut", p.Statut))}{(p.RefStatutaire is null ? "" : $"<RefNomenStatutaire>{Un("Code", p.RefStatutaire)}{Un("Libelle", "Code NET")}</RefNomenStatutaire>")}{Un("EmploiMetier", p.Emploi)}{Un("Grade", p.Grade)}{Un("Echelon", p.Echelon)}{Un("Indice", p.Indice?.ToString("0000", CultureInfo.InvariantCulture) ?? "0000")}"
            + $"{(compte.Length == 0 ? "" : $"<CptBancaire>{compte}</CptBancaire>")}</Agent>";
    }

    private static string Ligne(LigneDeCas l, int rang) =>
        $"<{l.Categorie}>{Un("Libelle", l.Libelle)}{Un("Code", l.Code)}{Facultatif("Base", l.Base)}{Facultatif("Taux", l.Taux)}{Facultatif("NbUnite", l.Unites)}{Un("Mt", l.Montant)}"
        + $"{(l.Du is { } mois ? Periode("PeriodeRef", Du(mois)) : "")}{(l.Caisse is null ? "" : Un("CodeCaisse", l.Caisse))}{Un("Ordre", (rang + 1).ToString(CultureInfo.InvariantCulture))}</{l.Categorie}>";

    private static (string, string) Du(string mois)
    {
        var (annee, numero) = (int.Parse(mois[..4], CultureInfo.InvariantCulture), int.Parse(mois[5..], CultureInfo.InvariantCulture));
        return ($"{mois}-01", string.Create(CultureInfo.InvariantCulture, $"{mois}-{DateTime.DaysInMonth(annee, numero):00}"));
    }

    private static string Periode(string nom, (string Debut, string Fin) bornes) => $"<{nom}>{Un("DateDebut", bornes.Debut)}{Un("DateFin", bornes.Fin)}</{nom}>";

    private static string Facultatif(string nom, decimal? valeur) => valeur is null ? "" : Un(nom, valeur);

    private static string Un(string nom, decimal? valeur) => Un(nom, valeur?.ToString("0.00##", CultureInfo.InvariantCulture));

    private static string Un(string nom, string? valeur) => $"<{nom} V=\"{SecurityElement.Escape(valeur ?? "")}\"/>";
}
