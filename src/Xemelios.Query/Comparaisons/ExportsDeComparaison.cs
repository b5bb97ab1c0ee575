using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Bulletins;
using Xemelios.Query.EtatsLiquidatifs;
using Xemelios.Query.Export;

namespace Xemelios.Query.Comparaisons;

/// <summary>Comparisons with all their rows, what they were asked and what they were drawn from.</summary>
public static class ExportsDeComparaison
{
    public static ReponseExportable Exporter(this QuoiDeNeufQuestion question, DbConnection connexion, Perimetre perimetre)
    {
        var neuf = (question with { Tout = true }).Executer(connexion, perimetre);
        var mois = (neuf.Sections.Any(s => s.Sorte == SorteDeChangement.HorsPlage) ? neuf.MoisDesPlages : []).Append(neuf.Avec ?? neuf.Mois).Append(neuf.Mois);
        return new ExportDeMois("Quoi de neuf", neuf.Siret, [neuf.Avec ?? neuf.Mois, .. mois.Order()], neuf.Budget) { Precision = question.Section?.Libelle() }
            .De(neuf.EnTable(), connexion, perimetre);
    }

    public static ReponseExportable Exporter(this RecherchePredefinieQuestion question, DbConnection connexion, Perimetre perimetre)
    {
        var resultat = (question with { Tout = true }).Executer(connexion, perimetre);
        return new ExportDeMois(question.Recherche.Libelle(), question.Demande.Siret, [question.Demande.Avec, question.Demande.Mois], question.Demande.Budget)
        {
            Precision = question.Seuil == 0 ? null : $"écart d'au moins {question.Seuil:0.##} {(question.Unite == UniteDeSeuil.Pourcent ? "%" : "en valeur")}",
        }.De(resultat.EnTable(), connexion, perimetre);
    }

    public static ReponseExportable Exporter(this ComparerQuestion question, DbConnection connexion, Perimetre perimetre) =>
        new ExportDeMois("Comparaison", question.Demande.Siret, [question.Demande.Avec, question.Demande.Mois], question.Demande.Budget)
            .De(question.Executer(connexion, perimetre).EnTable(), connexion, perimetre);

    /// <exception cref="EtatIntrouvableException">one of the sides holds nothing that the reader may see.</exception>
    public static ReponseExportable Exporter(this ComparaisonDeLignesQuestion question, DbConnection connexion, Perimetre perimetre)
    {
        var comparaison = question.Executer(connexion, perimetre) ?? throw new EtatIntrouvableException();
        var (avant, apres) = (comparaison.Avant[0], comparaison.Apres[0]);
        return new ExportDeMois("Comparaison de bulletins", apres.Siret, [Mois(avant), Mois(apres)]) { Precision = $"{apres.Nom} {apres.Prenom}, matricule {apres.Matricule ?? "absent"}" }
            .De(comparaison.EnTable(), connexion, perimetre);
    }

    public static ReponseExportable Exporter(this ComparaisonDEtatsQuestion question, DbConnection connexion, Perimetre perimetre)
    {
        var etats = question.Executer(connexion, perimetre);
        return new ReponseExportable(
            etats.EnTable(), $"Comparaison d'états par {etats.Par.Nom().ToLowerInvariant()} : {PhrasesDEtat.Dire(etats.Avant)} ; {PhrasesDEtat.Dire(etats.Apres)}.",
            new FichiersSourcesQuestion([question.Avant, question.Apres], []).Executer(connexion, perimetre),
            PhrasesDEtat.Nom("comparaison-d-etats", question.Apres.Siret, question.Apres.Budget, question.Apres.Mois));
    }

    private static MoisDePaye Mois(BulletinDetaille bulletin) => new(bulletin.Annee, bulletin.Mois);
}
