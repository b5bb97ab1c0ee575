using System.CommandLine;
using System.Globalization;
using Xemelios.Checks.Echantillonnage;
using Xemelios.Cli.Sorties;
using Xemelios.Domain.Echantillons;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Export;
using Xemelios.Query.Export.Pdf;
using Xemelios.Web;
using static Xemelios.Cli.OptionsCommunes;

namespace Xemelios.Cli.Commandes;

/// <summary>Draws a sample of the bulletins of an état: the same seed and the same data give the same one, here and on the screen.</summary>
internal sealed class CommandeEchantillon : CommandeSurDossier
{
    private readonly Option<string> _methode = new("--methode") { Description = "attributs, unites-monetaires ou stratifie", Required = true };
    private readonly Option<int?> _taille = new("--taille") { Description = "Bulletins à tirer" };
    private readonly Option<string?> _taux = new("--taux") { Description = "Ou taux à tirer, en pour cent, par exemple 5 ou 2,5" };
    private readonly Option<string?> _graine = new("--graine") { Description = "Graine du tirage, un nombre ; sans elle, il en est tiré une, qui est dite" };
    private readonly Option<string?> _seuil = new("--seuil") { Description = "Montant à partir duquel un bulletin est toujours vu" };
    private readonly Option<string?> _toujours = new("--toujours") { Description = "Critère des bulletins toujours vus, par exemple tous_evenements" };
    private readonly Option<string?> _strates = new("--strates") { Description = "Colonne des strates du tirage stratifié, par exemple statut" };
    private readonly Option<string?> _critere = new("--critere") { Description = "Bulletins du poste, par exemple \"rubrique=2000\" ; le montant est alors celui des lignes trouvées" };

    public CommandeEchantillon()
        : base("echantillon", "Tire un échantillon de bulletins à contrôler, reproductible par sa graine", SiretRequis, Budget, MoisRequis, Train)
    {
        foreach (var option in (Option[])[_methode, _taille, _taux, _graine, _seuil, _toujours, _strates, _critere])
            Options.Add(option);
        Validators.Add(commande =>
        {
            foreach (var faute in Fautes(commande))
                commande.AddError(faute);
        });
    }

    public override int Executer(ParseResult ligne, Execution execution)
    {
        var poste = new PosteDeControle("Échantillon", ligne.GetValue(_critere) ?? "", MotsDEchantillon.Lire(ligne.GetValue(_methode))!.Value, Etendue(ligne.GetValue(_taille), ligne.GetValue(_taux))!)
        {
            Seuil = Lire(ligne.GetValue(_seuil)) is { } seuil ? Montant.FromDecimal(seuil) : null, Toujours = ligne.GetValue(_toujours), Strates = ligne.GetValue(_strates),
        };
        var graine = Graine.Lire(ligne.GetValue(_graine)) ?? Graine.Nouvelle();
        using var connexion = execution.Connecter();
        var feuille = new FeuilleDePointage(new TirageDEchantillon(Etat(ligne), [poste], graine).Executer(connexion, execution.Perimetre), []);
        return execution.Export switch
        {
            null => execution.Ecrire(EchantillonEnJson.De(feuille.Tire), (_, e) => TableauxDEchantillon.Ecrire(feuille, e)),
            { Format: FormatDExport.Pdf } => execution.EcrireLeFichier(flux => RapportPdf.Ecrire(
                "Feuille de contrôle par échantillon", SectionsDEchantillon.Identification(feuille.Tire), SectionsDEchantillon.Sections(feuille, Evaluation.ConfianceUsuelle),
                TimeProvider.System.GetLocalNow(), Environment.UserName, VersionDuProgramme.Dite, flux)),
            _ => execution.Exporter((_, _) => ExportDEchantillon.De(feuille)),
        };
    }

    private IEnumerable<string> Fautes(System.CommandLine.Parsing.CommandResult commande)
    {
        var methode = MotsDEchantillon.Lire(commande.GetValue(_methode));
        if (methode is null)
            yield return "La méthode est attributs, unites-monetaires ou stratifie.";
        if (Etendue(commande.GetValue(_taille), commande.GetValue(_taux)) is null)
            yield return "Donnez une taille (--taille, un nombre d'au moins 1) ou un taux (--taux, de 0,01 à 100, deux décimales au plus).";
        if (commande.GetValue(_graine) is { } graine && Graine.Lire(graine) is null)
            yield return "La graine est un nombre entier, sans signe.";
        if (commande.GetValue(_seuil) is { } seuil && Lire(seuil) is not > 0)
            yield return "Le seuil est un montant plus grand que zéro, par exemple 3000 ou 1250,50.";
        if ((methode == MethodeDeTirage.Stratifie) != commande.GetValue(_strates) is not null)
            yield return "La colonne des strates (--strates) va avec le tirage stratifié, et avec lui seul.";
    }

    private static EtendueDeTirage? Etendue(int? taille, string? taux) => (taille, taux) switch
    {
        ( > 0, null) => EtendueDeTirage.DeTaille(taille.Value),
        (null, { } ecrit) => Lire(ecrit) is { } pourcentage ? EtendueDeTirage.DeTaux(pourcentage) : null,
        _ => null,
    };

    private static decimal? Lire(string? texte) =>
        decimal.TryParse(texte?.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var nombre) && decimal.Round(nombre, 2) == nombre ? nombre : null;
}
