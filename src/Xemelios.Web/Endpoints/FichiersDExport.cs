using Microsoft.AspNetCore.Http;
using Xemelios.Domain.Habilitations;
using Xemelios.Query.Export;
using Xemelios.Store;
using Xemelios.Web.Security;

namespace Xemelios.Web.Endpoints;

/// <summary>Answers sent as files: made whole in a temporary file first, since writers are synchronous and a failure must not leave
/// half an answer.</summary>
public sealed class FichiersDExport(Entrepot entrepot, Questions questions, AccesCourant acces, TimeProvider horloge)
{
    private const int Tampon = 1 << 16;

    public DateTimeOffset Maintenant => horloge.GetLocalNow();

    /// <summary>Whose export it is.</summary>
    public string Utilisateur => acces.Identite?.Utilisateur ?? (acces.EstUnCompte ? acces.Utilisateur : Environment.UserName);

    /// <summary>The answer to a question in the format of an extension; null when there is no such format.</summary>
    public IResult? Envoyer(string extension, Func<System.Data.Common.DbConnection, Domain.Habilitations.Perimetre, ReponseExportable> question)
    {
        if (EcrituresDeTable.Lire(extension) is not { } format)
            return null;
        var ecriture = EcrituresDeTable.Pour(format, entrepot.DossierTemporaire);
        var nom = "";
        // Rows are read while they are written: the connection stays open until the last one.
        return Envoyer(
            flux => questions.Poser((connexion, perimetre) =>
            {
                var reponse = question(connexion, perimetre);
                reponse.Ecrire(ecriture, Maintenant, Utilisateur, flux);
                return nom = reponse.Nom;
            }),
            ecriture.TypeMime, () => $"{NomDeFichier.Sur(nom)}.{ecriture.Extension}");
    }

    /// <inheritdoc cref="Envoyer(Action{Stream}, string, Func{string})"/>
    public IResult Envoyer(Action<Stream> ecrire, string type, string nom) => Envoyer(ecrire, type, () => nom);

    /// <summary>A file to save; it goes away once sent.</summary>
    /// <param name="nom">Known once the file is written.</param>
    public IResult Envoyer(Action<Stream> ecrire, string type, Func<string> nom)
    {
        var dossier = Directory.CreateDirectory(Path.Combine(entrepot.DossierTemporaire, "exports")).FullName;
        var fichier = new FileStream(
            Path.Combine(dossier, Guid.NewGuid().ToString("N")), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, Tampon, FileOptions.DeleteOnClose);
        try
        {
            ecrire(fichier);
            fichier.Position = 0;
            return Results.File(fichier, type, nom());
        }
        catch
        {
            fichier.Dispose();
            throw;
        }
    }
}
